package dev.sextant.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What surrounds one run of the program. Nothing else of the process is read or written by a verb.
///
/// @param out where data go
/// @param err where errors and progress go
/// @param environment by name
/// @param directory absolute path of the current folder
/// @param terminals which streams people sit at
public record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path directory,
        Terminals terminals) {
    /// Which of the standard streams lead to a terminal.
    public record Terminals(boolean in, boolean out, boolean err) {
        /// None: the streams are files, pipes, or those of a test.
        public static final Terminals NONE = new Terminals(false, false, false);

        /// Those of this process, as `/proc` tells; none where there is no `/proc`.
        public static Terminals ofProcess() {
            return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
        }

        private static boolean isTerminal(int stream) {
            try {
                var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException | UnsupportedOperationException unknown) {
                return false;
            }
        }
    }


    /// The value of an environment variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isEmpty());
    }

    /// What a path that the user gave means.
    public Path path(String given) {
        return directory.resolve(given).normalize();
    }
}
