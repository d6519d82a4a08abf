package dev.sextant.store.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The studies that this process holds.
///
/// It has to know without asking the system: opening a lock file a second time and closing it again would release the
/// lock of the whole process (fcntl(2), "advisory record locking").
final class Locks {
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private Locks() {}

    /// What tells a lock file from every other, under whatever path it is reached.
    static Object key(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Objects.requireNonNullElse(attributes.fileKey(), file.toRealPath());
    }

    /// Notes a study as held; `false` if it is already.
    static boolean note(Object key) {
        return HELD.add(key);
    }

    static void forget(Object key) {
        HELD.remove(key);
    }
}
