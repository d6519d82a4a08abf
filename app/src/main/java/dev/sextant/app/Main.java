package dev.sextant.app;

import dev.sextant.app.cli.CommandLines;
import dev.sextant.app.cli.Console;
import dev.sextant.app.cli.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The program: reads a command line, does what it says.
public final class Main {
    private static final int BUFFER = 8192;

    private Main() {}

    /// Runs the command line and ends the JVM with its exit code.
    ///
    /// @param arguments a verb and what belongs to it
    public static void main(String[] arguments) {
        var data = new NotedOutput(new FileOutputStream(FileDescriptor.out));
        var out = stream(data);
        var err = stream(new FileOutputStream(FileDescriptor.err));
        var console = new Console(System.in, out, err, System.getenv(), Path.of("").toAbsolutePath(), Console.Terminals.ofProcess());
        int code = CommandLines.run(List.of(arguments), console).number();
        out.flush();
        var lost = data.failure();
        lost.ifPresent(reason -> err.println("sextant: Standard output could not be written (%s); some of it is lost.".formatted(reason)));
        err.flush();
        System.exit(lost.isPresent() ? ExitCode.MACHINE_FAILED.number() : code);
    }

    /// UTF-8 whatever the locale says: names of studies and parameters are ASCII, and the programs that read this
    /// expect it.
    private static PrintStream stream(OutputStream target) {
        return new PrintStream(new BufferedOutputStream(target, BUFFER), true, StandardCharsets.UTF_8);
    }

    /// Runs one command line in this JVM; may be called again and again.
    ///
    /// @param arguments a verb and what belongs to it
    /// @param out where data go
    /// @param err where errors and progress go
    /// @param environment by name
    /// @param directory absolute path of the current folder
    /// @return the exit code the process would end with
    public static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err,
            Map<String, String> environment, Path directory) {
        return CommandLines.run(arguments, new Console(in, out, err, environment, directory, Console.Terminals.NONE)).number();
    }

    /// Runs one command line that reads nothing, in the folder and with the environment of this process.
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(List.of(arguments), InputStream.nullInputStream(), out, err, System.getenv(), Path.of("").toAbsolutePath());
    }

    /// A stream that drops what is written.
    static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
