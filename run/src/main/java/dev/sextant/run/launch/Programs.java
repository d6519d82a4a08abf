package dev.sextant.run.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a program lies, and what to tell a user whose program could not be started.
final class Programs {
    private static final int ENOENT = 2;
    private static final int E2BIG = 7;
    private static final int ENOEXEC = 8;
    private static final int EAGAIN = 11;
    private static final int ENOMEM = 12;
    private static final int EACCES = 13;
    /// What a system searches when there is no `PATH`.
    private static final String STANDARD_PATH = "/usr/local/bin:/usr/bin:/bin";

    private Programs() {}

    /// The path to hand to the system: as it is if it has a `/`, else the first executable file on the command's `PATH`.
    static Optional<String> locate(Command command) {
        var program = command.program();
        if (program.indexOf('/') >= 0) {
            return Optional.of(program);
        }
        if (program.isEmpty()) {
            return Optional.empty();
        }
        for (var folder : path(command).split(":", -1)) {
            var candidate = command.directory().resolve(folder).resolve(program);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }

    /// Why nothing was found on the `PATH`, or why a directory cannot be started in.
    static String explain(Command command) {
        return explain(command, ENOENT);
    }

    /// Why the system refused to start it with this `errno`. The directory is looked at first, as the number does not tell.
    static String explain(Command command, int errno) {
        var program = command.program();
        var directory = command.directory();
        if (!Files.isDirectory(directory)) {
            return "'%s' was not started: its working directory '%s' does not exist.".formatted(program, directory);
        }
        if (!Files.isExecutable(directory)) {
            return "'%s' was not started: its working directory '%s' may not be entered.".formatted(program, directory);
        }
        return program.indexOf('/') < 0 && errno == ENOENT ? notOnPath(command) : explainFile(program, directory.resolve(program), errno);
    }

    private static String notOnPath(Command command) {
        var program = command.program();
        var here = command.directory().resolve(program);
        var hint = !program.isEmpty() && Files.exists(here) ? "\nThere is one in '%s': perhaps './%s' was meant?".formatted(command.directory(), program) : "";
        return "'%s' was not found on the PATH (%s).%s".formatted(program, path(command), hint);
    }

    private static String explainFile(String program, Path file, int errno) {
        return switch (errno) {
            case ENOENT -> Files.exists(file)
                    ? "'%s' was not started: the interpreter that its first line names does not exist.".formatted(program)
                    : "'%s' does not exist.".formatted(file);
            case EACCES -> Files.isDirectory(file)
                    ? "'%s' is a directory, not a program.".formatted(program)
                    : "'%s' may not be executed.\nPerhaps 'chmod +x %s'?".formatted(program, program);
            case ENOEXEC -> "'%s' is not a program this system can run.\nA script needs a first line such as '#!/bin/sh'.".formatted(program);
            case E2BIG -> "'%s' was not started: its arguments and environment are longer than the system allows.".formatted(program);
            case EAGAIN -> "'%s' was not started: this user has as many processes as allowed ('ulimit -u' says how many).".formatted(program);
            case ENOMEM -> "'%s' was not started: no memory is left.".formatted(program);
            default -> "'%s' was not started: the system answered with error %d.".formatted(program, errno);
        };
    }

    /// The folders that are searched.
    static String path(Command command) {
        return command.environment().getOrDefault("PATH", STANDARD_PATH);
    }
}
