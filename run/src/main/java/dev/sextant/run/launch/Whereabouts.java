package dev.sextant.run.launch;

import java.nio.file.Path;
import java.util.Optional;

/// Remembers where the last program was found, as shells do, for the trials of a study start the same one again and again.
/// Thread-safe.
final class Whereabouts {
    private record Found(String program, String path, Path directory, String file) {
        boolean isFor(Command command) {
            return program.equals(command.program()) && directory.equals(command.directory()) && path.equals(Programs.path(command));
        }
    }

    private volatile Optional<Found> last = Optional.empty();

    /// Whether [#locate] would answer from memory.
    boolean remembers(Command command) {
        return last.filter(found -> found.isFor(command)).isPresent();
    }

    /// As [Programs#locate], but does not look whether what was found once is still there.
    Optional<String> locate(Command command) {
        var known = last.filter(found -> found.isFor(command));
        if (known.isPresent()) {
            return known.map(Found::file);
        }
        var file = Programs.locate(command);
        last = file.map(found -> new Found(command.program(), Programs.path(command), command.directory(), found));
        return file;
    }

    /// Looks again next time.
    void forget() {
        last = Optional.empty();
    }
}
