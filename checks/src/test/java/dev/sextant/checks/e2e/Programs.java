package dev.sextant.checks.e2e;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of trials that say when they have begun, and end when they are told to.
///
/// @param folder where they and their tests leave notes
record Programs(Path folder) {
    /// Writes down its process, waits for [#go], and prints a loss.
    String waiting() {
        return """
                echo $$ > "%1$s/began-$SEXTANT_TRIAL"
                while [ ! -e "%1$s/go" ]; do sleep 0.05; done
                echo loss=$SEXTANT_PARAM_x
                """.formatted(folder);
    }

    /// The same, and it does not listen to TERM.
    String stubborn() {
        return "trap '' TERM\n" + waiting();
    }

    /// Lets all programs end.
    void go() {
        write("go", "");
    }

    /// Waits until so many have begun.
    void awaitBegun(int count, Running tune) {
        Await.until(count + " programs have begun", () -> processes().size() >= count, tune::err);
    }

    /// The processes of those that have begun.
    List<Long> processes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("began-"))
                    .map(Programs::read).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forgets who has begun.
    void forget() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("began-")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a process is there and is no zombie that only waits to be buried.
    static boolean isAlive(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Long> read(Path file) {
        try {
            var text = Files.readString(file);
            return text.endsWith("\n") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
