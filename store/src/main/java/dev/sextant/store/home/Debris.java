package dev.sextant.store.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Folders of studies that are not yet, or no longer, there: what a process leaves that is killed while it makes or
/// deletes a study. Their names begin with a point, as no study's does.
final class Debris {
    /// Nothing takes so long to make or delete.
    private static final Duration OLD = Duration.ofDays(1);

    private Debris() {}

    /// A place beside the studies for one that is not among them.
    static Path of(Path studies, String name) {
        return studies.resolve(".%s.%s".formatted(name, UUID.randomUUID()));
    }

    /// Removes what was left behind. What cannot be removed harms nobody.
    static void sweep(Path studies, Instant now) {
        try (var entries = Files.newDirectoryStream(studies, ".*")) {
            for (var entry : entries) {
                if (Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(OLD))) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            return;
        }
    }
}
