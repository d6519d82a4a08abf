package dev.sextant.run.command;

import dev.sextant.model.study.Program;
import dev.sextant.model.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What a study's command was understood as.
///
/// @param untold the parameters that reach the program by no placeholder, flag or variable of the command
/// @param warnings sentences for the user, about these
public record CommandReading(CommandTemplate template, List<String> untold, List<String> warnings) {
    /// Words in braces that `awk` programs consist of; they stay unless a parameter has that name.
    private static final Set<String> AWK = Set.of("print", "next", "exit", "getline", "nextfile");

    public CommandReading {
        untold = List.copyOf(untold);
        warnings = List.copyOf(warnings);
    }

    /// Reads a command.
    ///
    /// @throws IllegalArgumentException with a message for the user, if a placeholder names nothing or stands where it cannot
    public static CommandReading of(Program program, Names names) {
        return new Reader(program, names).read();
    }

    private record Reader(Program program, Names names) {
        CommandReading read() {
            program.arguments().keySet().forEach(this::checkGroupName);
            var words = program.command().stream().map(source -> word(source, true)).toList();
            SequencedMap<String, List<Word>> groups = new LinkedHashMap<>();
            program.arguments().forEach((name, members) -> groups.put(name, members.stream().map(source -> word(source, false)).toList()));
            words.forEach(this::checkConditional);
            words.forEach(this::checkShell);
            var template = new CommandTemplate(words, groups, names);
            var untold = names.parameters().stream().filter(name -> !readElsewhere(name)).filter(template.unnamed()::contains).toList();
            return new CommandReading(template, untold, warnings(template, untold));
        }

        private void checkGroupName(String group) {
            if (names.contains(group) || group.equals(CommandTemplate.REST) || group.startsWith("sextant.")) {
                throw new IllegalArgumentException("arguments: the group '%s' has a name that means something else already; choose another.".formatted(group));
            }
        }

        private Word word(String source, boolean groupsAllowed) {
            var word = Word.parse(source);
            for (var name : word.names().toList()) {
                word = check(word, name, groupsAllowed);
            }
            return word;
        }

        private Word check(Word word, String name, boolean groupsAllowed) {
            if (program.arguments().containsKey(name)) {
                if (groupsAllowed && word.onlyName().isPresent()) {
                    return word;
                }
                throw new IllegalArgumentException("Command: the group {%s} stands for several words, so it must be a word of its own, not part of '%s'."
                        .formatted(name, word.source()));
            }
            if (names.contains(name) || name.equals(CommandTemplate.REST) || Surroundings.NAMES.contains(name)) {
                return word;
            }
            if (AWK.contains(name)) {
                return word.literally(name);
            }
            throw new IllegalArgumentException(unknown(word, name));
        }

        private String unknown(Word word, String name) {
            var known = new ArrayList<>(names.brief());
            known.addAll(program.arguments().keySet());
            known.addAll(Surroundings.NAMES);
            known.add(CommandTemplate.REST);
            return "Command: {%s} in '%s' names no parameter; there are %s.\n%s".formatted(name, word.source(), String.join(", ", known),
                    Nearest.question(name, known).orElse("If the braces are meant as they are, write {{%s}}.".formatted(name)));
        }

        private void checkConditional(Word word) {
            var inactive = word.names().filter(names.conditional()::contains).findFirst();
            if (inactive.isPresent() && word.source().contains(" ")) {
                throw new IllegalArgumentException("""
                        Command: {%1$s} is not always active, and without it the whole of '%2$s' would be left out.
                        In the text of a shell use $SEXTANT_PARAM_%3$s instead, which is unset then.""".formatted(
                        inactive.get(), word.source(), EnvironmentName.of(inactive.get())));
            }
        }

        private void checkShell(Word word) {
            var list = word.names().filter(name -> names.list(name).isPresent()).findFirst();
            if (list.isPresent() && ShellText.of(program.command()).filter(shell -> shell.text().equals(word.source())).isPresent()) {
                throw new IllegalArgumentException("""
                        Command: {%1$s} is a list, whose quotes the shell would take away.
                        In its text use "$SEXTANT_PARAM_%2$s" instead.""".formatted(list.get(), EnvironmentName.of(list.get())));
            }
        }

        private List<String> warnings(CommandTemplate template, List<String> untold) {
            var warnings = new ArrayList<>(new NameWarnings(names.parameters()).list());
            if (template.appends()) {
                var unread = names.parameters().stream().filter(name -> !readElsewhere(name)).toList();
                ShellText.of(program.command()).flatMap(shell -> shell.warning(names.inBrief(unread))).ifPresent(warnings::add);
                return warnings;
            }
            if (!untold.isEmpty()) {
                var brief = names.inBrief(untold);
                warnings.add("""
                    The command names some parameters but not %s.
                    If the program does not read $SEXTANT_PARAMS, add %s or {params}.""".formatted(
                        String.join(", ", brief), "{%s}".formatted(String.join("}, {", brief))));
            }
            return warnings;
        }

        private boolean readElsewhere(String parameter) {
            return names.isTold(parameter, this::isVariableRead);
        }

        private boolean isVariableRead(String name) {
            var variable = Pattern.compile("SEXTANT_PARAM(S|_" + EnvironmentName.of(name) + ")(?![A-Za-z0-9_])");
            return program.command().stream().anyMatch(word -> variable.matcher(word).find());
        }
    }
}
