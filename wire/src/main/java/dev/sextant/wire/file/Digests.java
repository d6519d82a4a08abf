package dev.sextant.wire.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The SHA-256 of files, computed once as long as a file has the same size and time, and not too many others were asked for. Thread-safe.
public final class Digests {
    private static final int MOST = 50_000;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /// Nothing known yet.
    public Digests() {}

    /// What is known of a file.
    public record Known(long size, FileTime changed, String sha256) {}

    /// What a file holds, as far as size and time tell.
    ///
    /// @throws UncheckedIOException if it cannot be read
    public Known of(Path file) {
        try {
            long size = Files.size(file);
            var changed = Files.getLastModifiedTime(file);
            var before = known.get(file);
            if (before != null && before.size() == size && before.changed().equals(changed)) {
                return before;
            }
            var now = new Known(size, changed, sha256(file));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(file, now);
            return now;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What a file holds now: 64 lower-case hexadecimal digits. Reads all of it.
    public static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
