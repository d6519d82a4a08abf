package dev.sextant.run.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of `sh -c TEXT`, for commands to which parameters are appended as flags.
///
/// @param shell its name: `bash`
/// @param hasName whether a word stands behind the text, which the shell takes for the name of the program, `$0`
record ShellText(String shell, String text, boolean hasName) {
    private static final Pattern SHELL = Pattern.compile("(?:.*/)?(sh|bash|dash|zsh|ksh|ash)");
    private static final Pattern TEXT_FOLLOWS = Pattern.compile("-[a-z]*c");
    private static final int TEXT = 2;
    /// `$1`, `${2}`, `$@`, `$*`, `$#`, and what reads them without naming them.
    private static final Pattern ARGUMENTS = Pattern.compile("\\$\\{?[1-9@*#]|\\b(shift|getopts)\\b");
    private static final Pattern NAME = Pattern.compile("\\$\\{?0");

    /// The text of a command that has one.
    static Optional<ShellText> of(List<String> command) {
        var shell = SHELL.matcher(command.getFirst());
        return command.size() > TEXT && shell.matches() && TEXT_FOLLOWS.matcher(command.get(1)).matches()
                ? Optional.of(new ShellText(shell.group(1), command.get(TEXT), command.size() > TEXT + 1)) : Optional.empty();
    }

    /// What to tell the user about parameters that the text does not take from a variable, if they do not arrive otherwise.
    Optional<String> warning(List<String> unread) {
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        if (!ARGUMENTS.matcher(text).find()) {
            return Optional.of("""
                    %s the text of '%s -c' by no way: flags behind it become $1, $2, …, and it names none of them.
                    If no program in it reads $SEXTANT_PARAMS by itself, write {%s} or $SEXTANT_PARAM_%s.""".formatted(
                    reach(unread), shell, unread.getFirst(), EnvironmentName.of(unread.getFirst())));
        }
        return hasName || NAME.matcher(text).find() ? Optional.empty() : Optional.of("""
                The first flag behind the text of '%1$s -c' is its $0, so $1 and "$@" lack it.
                Put a word between: %1$s -c TEXT %1$s""".formatted(shell));
    }

    private static String reach(List<String> parameters) {
        return parameters.size() == 1 ? "Parameter " + parameters.getFirst() + " reaches"
                : "Parameters " + String.join(", ", parameters) + " reach";
    }
}
