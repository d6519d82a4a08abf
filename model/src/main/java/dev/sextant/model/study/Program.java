package dev.sextant.model.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The user's program: how it is called and how its output is read.
///
/// @param command the words, with placeholders such as `{lr}`
/// @param arguments named groups of words, for placeholders such as `{kernel_args}`
/// @param pattern regular expressions that find figures, where the program prints no `name=number`
/// @param take which of several values of a metric counts
/// @param inputs files and folders to stage, relative to `home`
/// @param environment variables set for the program
/// @param directory absolute path of the folder in which the program starts
/// @param home absolute path of the folder of the study file, or of `directory` without one
/// @param inRunFolder whether it starts in its run folder instead
public record Program(
        List<String> command,
        SequencedMap<String, List<String>> arguments,
        Optional<String> pattern,
        Take take,
        List<String> inputs,
        SequencedMap<String, String> environment,
        String directory,
        String home,
        boolean inRunFolder) {
    /// Which of several values that a program prints for a metric counts.
    public enum Take { LAST, BEST, MIN, MAX, MEAN }

    public Program {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The command has no words.");
        }
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
        inputs = List.copyOf(inputs);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }

    /// A command with nothing special about it, started in `directory`.
    public static Program of(List<String> command, String directory) {
        return new Program(command, new LinkedHashMap<>(), Optional.empty(), Take.LAST, List.of(),
                new LinkedHashMap<>(), directory, directory, false);
    }
}
