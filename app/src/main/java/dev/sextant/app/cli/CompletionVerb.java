package dev.sextant.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/// `completion`: a script that teaches a shell the verbs, their flags and the names of studies.
final class CompletionVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("completion", "a script that completes verbs, flags and study names").words("bash|zsh|fish", 1)
                .examples("eval \"$(sextant completion bash)\"", "sextant completion fish > ~/.config/fish/completions/sextant.fish");
    }

    @Override
    public ExitCode run(Call call) {
        call.out().print(switch (call.need(0, "the shell")) {
            case "bash" -> bash();
            case "zsh" -> "autoload -Uz bashcompinit && bashcompinit\n" + bash();
            case "fish" -> fish();
            case String other -> throw new UsageException("completion: '%s' is not a known shell; shells: bash, zsh, fish.".formatted(other));
        });
        return ExitCode.DONE;
    }

    private static String flags(Verb verb) {
        return verb.usage().allFlags().stream().map(Flag::name).collect(Collectors.joining(" "));
    }

    private static boolean namesStudy(Verb verb) {
        return verb.usage().words().contains("STUDY");
    }

    private static String bash() {
        var cases = new StringBuilder();
        for (var verb : Verbs.ALL) {
            cases.append("        %s) flags='%s' ;;%n".formatted(verb.usage().name(), flags(verb)));
        }
        return """
                _sextant() {
                    local word=${COMP_WORDS[COMP_CWORD]} flags=''
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        COMPREPLY=($(compgen -W '%s' -- "$word"))
                        return
                    fi
                    case ${COMP_WORDS[1]} in
                %s    esac
                    case $word in
                        -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
                        *) COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" list --names 2>/dev/null)" -- "$word") $(compgen -f -- "$word")) ;;
                    esac
                }
                complete -o filenames -F _sextant sextant ./sextant
                """.formatted(String.join(" ", Verbs.names()), cases);
    }

    private static String fish() {
        var text = new StringBuilder("complete -c sextant -n __fish_use_subcommand -f -a '%s'%n".formatted(String.join(" ", Verbs.names())));
        for (var verb : Verbs.ALL) {
            var when = "-n '__fish_seen_subcommand_from %s'".formatted(verb.usage().name());
            if (namesStudy(verb)) {
                text.append("complete -c sextant %s -a '(sextant list --names 2>/dev/null)'%n".formatted(when));
            }
            verb.usage().allFlags().forEach(f -> text.append(fish(when, f)));
        }
        return text.toString();
    }

    private static String fish(String when, Flag flag) {
        var name = flag.name().startsWith("--") ? "-l " + flag.name().substring(2) : "-s " + flag.name().substring(1);
        return "complete -c sextant %s %s%s -d %s%n".formatted(when, name, flag.isSwitch() ? "" : " -r", quoted(flag.description()));
    }

    private static String quoted(String text) {
        return List.of(text.split("'", -1)).stream().collect(Collectors.joining("\\'", "'", "'"));
    }
}
