package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that appends to a store until it is ended or the store fails, and prints a line for each acknowledgement:
/// the length of the log, or `failed: ` and the message.
public final class Drill {
    private Drill() {}

    public static void main(String[] arguments) {
        try (var store = SqliteStore.open("sample", Path.of(arguments[0]), Journal.valueOf(arguments[1]), Durability.PROCESS_END)) {
            while (true) {
                Sample.append(store, new StudyEvent.Closed("x".repeat(5_000)));
                System.out.println(store.length());
            }
        } catch (StoreException failed) {
            System.out.println("failed: " + String.valueOf(failed.getMessage()).replace('\n', ' '));
        }
    }

    /// Starts the program.
    ///
    /// @param limit shell commands before it, such as `ulimit -f 2000;`
    static Process start(Path file, Journal journal, String limit) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", limit + " exec \"$@\"", "drill"));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Drill.class.getName(), file.toString(), journal.name()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
