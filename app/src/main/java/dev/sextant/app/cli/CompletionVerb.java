package dev.sextant.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/// `completion`: a script that teaches a shell the verbs, their flags and values, and the names of studies.
final class CompletionVerb implements Verb {
    /// bashcompinit needs compinit to have run; not every `.zshrc` runs it. Folders it mistrusts are left out, not asked about.
    private static final String ZSH = """
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
            autoload -Uz bashcompinit && bashcompinit
            """;

    /// Names of variables are chosen with care: zsh has a `words` of its own while it completes.
    private static final String BASH = """
            _sextant() {
                local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} before=${COMP_WORDS[COMP_CWORD-1]}
                local flags='' valued='' offered='' studies='' files=''
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W '{{verbs}}' -- "$word"))
                    return
                fi
                case $verb in
            {{cases}}        help) offered='{{verbs}}' ;;
                esac
                case " $valued " in
                    *" $before "*) flags='' offered='' studies='' files='' ;;
                esac
                case $verb:$before in
            {{values}}    esac
                if [ -n "$studies" ]; then
                    offered="$offered $("${COMP_WORDS[0]}" list --names 2>/dev/null)"
                fi
                case $word in
                    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
                    *) COMPREPLY=($(compgen -W "$offered" -- "$word")) ;;
                esac
                if [ -n "$files" ]; then
                    COMPREPLY+=($(compgen -f -- "$word"))
                fi
            }
            complete -o filenames -F _sextant sextant ./sextant
            """;

    @Override
    public Usage usage() {
        return Usage.of("completion", "a script that completes verbs, flags, values and study names").words("bash|zsh|fish", 1)
                .examples("eval \"$(sextant completion bash)\"", "sextant completion fish > ~/.config/fish/completions/sextant.fish");
    }

    @Override
    public ExitCode run(Call call) {
        call.out().print(switch (call.need(0, "the shell")) {
            case "bash" -> bash();
            case "zsh" -> ZSH + bash();
            case "fish" -> fish();
            case String other -> throw new UsageException("completion: '%s' is not a known shell; shells: bash, zsh, fish.".formatted(other));
        });
        return ExitCode.DONE;
    }

    private static String names(List<Flag> flags) {
        return flags.stream().map(Flag::name).collect(Collectors.joining(" "));
    }

    private static String bash() {
        var cases = new StringBuilder();
        var values = new StringBuilder();
        for (var verb : Verbs.ALL) {
            var usage = verb.usage();
            var valued = usage.allFlags().stream().filter(f -> !f.isSwitch()).toList();
            cases.append("        %s) flags='%s' valued='%s'%s ;;%n".formatted(usage.name(), names(usage.allFlags()), names(valued),
                    bash(Offer.behind(usage))));
            valued.stream().filter(f -> !bash(Offer.behind(f)).isEmpty()).forEach(f ->
                    values.append("        %s:%s)%s ;;%n".formatted(usage.name(), f.name(), bash(Offer.behind(f)))));
        }
        return BASH.replace("{{verbs}}", String.join(" ", Verbs.names())).replace("{{cases}}", cases).replace("{{values}}", values);
    }

    private static String bash(Offer offer) {
        return (offer.words().isEmpty() ? "" : " offered='" + offer.joined() + "'") + (offer.studies() ? " studies=yes" : "")
                + (offer.files() ? " files=yes" : "");
    }

    private static String fish() {
        var verbs = String.join(" ", Verbs.names());
        var text = new StringBuilder("complete -c sextant -n __fish_use_subcommand -f -a '%s'%n".formatted(verbs));
        text.append("complete -c sextant -n '__fish_seen_subcommand_from help' -f -a '%s'%n".formatted(verbs));
        for (var verb : Verbs.ALL) {
            var usage = verb.usage();
            var when = "-n '__fish_seen_subcommand_from %s'".formatted(usage.name());
            var offer = Offer.behind(usage);
            if (!offer.files()) {
                text.append("complete -c sextant %s -f%n".formatted(when));
            }
            if (offer.studies()) {
                text.append("complete -c sextant %s -a '(sextant list --names 2>/dev/null)'%n".formatted(when));
            }
            if (!offer.words().isEmpty()) {
                text.append("complete -c sextant %s -a '%s'%n".formatted(when, offer.joined()));
            }
            usage.allFlags().forEach(f -> text.append(fish(when, f)));
        }
        return text.toString();
    }

    private static String fish(String when, Flag flag) {
        var name = flag.name().startsWith("--") ? "-l " + flag.name().substring(2) : "-s " + flag.name().substring(1);
        return "complete -c sextant %s %s%s -d %s%n".formatted(when, name, flag.isSwitch() ? "" : fish(Offer.behind(flag)),
                quoted(flag.description()));
    }

    private static String fish(Offer value) {
        return value.files() ? " -r -F" : value.words().isEmpty() ? " -x" : " -x -a '" + value.joined() + "'";
    }

    private static String quoted(String text) {
        return List.of(text.split("'", -1)).stream().collect(Collectors.joining("\\'", "'", "'"));
    }
}
