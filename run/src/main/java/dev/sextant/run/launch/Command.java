package dev.sextant.run.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program to start: its arguments, the whole environment it sees, and the directory it starts in.
///
/// The program (the first argument) is looked up as a shell does: with a `/` it is a path seen from `directory`, without one
/// it is searched on the `PATH` of `environment`. Nothing is inherited that is not listed here; standard input is `/dev/null`.
///
/// @param arguments the program and its arguments, at least one, none with a NUL character
/// @param environment every variable the program sees
/// @param directory an absolute path
public record Command(List<String> arguments, Environment environment, Path directory) {
    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("A command needs at least the name of a program; none was given.");
        }
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException("Command '%s': the directory must be absolute, '%s' is not.".formatted(arguments.getFirst(), directory));
        }
        arguments.forEach(Command::refuseNul);
    }

    /// A command that sees the environment of this process.
    public static Command inherit(List<String> arguments, Path directory) {
        return new Command(arguments, Environment.inherited(), directory);
    }

    /// The same command with `more` variables set on top.
    public Command with(Map<String, String> more) {
        return new Command(arguments, environment.with(more), directory);
    }

    /// The name or path of the program.
    public String program() {
        return arguments.getFirst();
    }

    static void refuseNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Command: '%s' contains a NUL character, which no program can be given.".formatted(text.replace("\0", "\\0")));
        }
    }
}
