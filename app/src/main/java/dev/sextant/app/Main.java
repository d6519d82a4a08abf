package dev.sextant.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The program: reads a command line, does what it says.
public final class Main {
    private Main() {}

    /// Runs the command line and ends the JVM with its exit code.
    ///
    /// @param arguments a verb and what belongs to it
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /// Runs one command line in this JVM; may be called again and again.
    ///
    /// @param out where data go
    /// @param err where errors and progress go
    /// @param arguments a verb and what belongs to it
    /// @return the exit code the process would end with
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("version")) {
            out.println("sextant " + version());
            return 0;
        }
        err.println("sextant: not in this version: " + String.join(" ", arguments));
        return 2;
    }

    private static String version() {
        try (var text = Objects.requireNonNull(Main.class.getResourceAsStream("version.txt"), "version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
