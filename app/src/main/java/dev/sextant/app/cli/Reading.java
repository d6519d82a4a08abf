package dev.sextant.app.cli;

import dev.sextant.model.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Reads the command line of one verb with picocli. Only the verb that is called is described to it, which saves time
/// at every start.
final class Reading {
    private static final List<String> LATER = List.of("--on");

    private Reading() {}

    /// The verb's usage in picocli's terms.
    static CommandSpec spec(Usage usage) {
        var spec = CommandSpec.create().name("sextant " + usage.name());
        usage.allFlags().forEach(f -> spec.addOption(option(f)));
        spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class)
                .auxiliaryTypes(String.class).hidden(true).build());
        return spec;
    }

    private static OptionSpec option(Flag flag) {
        var option = OptionSpec.builder(flag.name()).description(flag.description().replace("%", "%%"));
        if (flag.isSwitch()) {
            return option.type(boolean.class).arity("0").build();
        }
        option.paramLabel(flag.label()).arity("1");
        return flag.repeatable()
                ? option.type(List.class).auxiliaryTypes(String.class).build()
                : option.type(String.class).build();
    }

    /// What a command line says.
    ///
    /// @param arguments those behind the verb
    /// @throws UsageException if it is not one of this verb
    static Call read(Console console, Usage usage, List<String> arguments) {
        int dashes = arguments.indexOf("--");
        var front = dashes < 0 ? arguments : arguments.subList(0, dashes);
        var rest = dashes < 0 ? Optional.<List<String>>empty()
                : Optional.of(List.copyOf(arguments.subList(dashes + 1, arguments.size())));
        if (rest.isPresent() && !usage.takesRest()) {
            throw new UsageException("%s takes nothing behind '--': sextant %s %s"
                    .formatted(usage.name(), usage.name(), usage.words()));
        }
        var call = call(console, usage, parse(usage, front), rest);
        refuseSurplus(call);
        return call;
    }

    private static ParseResult parse(Usage usage, List<String> front) {
        var line = new CommandLine(spec(usage));
        line.setTrimQuotes(false).setExpandAtFiles(false).setUnmatchedArgumentsAllowed(true).setPosixClusteredShortOptionsAllowed(true);
        try {
            var result = line.parseArgs(front.toArray(String[]::new));
            result.unmatched().stream().findFirst().ifPresent(word -> {
                throw unknown(usage, word);
            });
            return result;
        } catch (OverwrittenOptionException twice) {
            throw new UsageException("%s: %s is given twice; once is enough."
                    .formatted(usage.name(), ((OptionSpec) twice.getOverwritten()).longestName()));
        } catch (MissingParameterException missing) {
            var option = (OptionSpec) missing.getMissing().getFirst();
            throw new UsageException("%s: %s needs a value: %s %s (%s).".formatted(usage.name(), option.longestName(),
                    option.longestName(), option.paramLabel(), String.join(" ", option.description()).replace("%%", "%")));
        } catch (ParameterException other) {
            front.stream().filter(w -> isSwitchWithValue(usage, w)).findFirst().ifPresent(w -> {
                throw new UsageException("%s: %s takes no value; write it without '='.".formatted(usage.name(), w.split("=", 2)[0]));
            });
            throw new UsageException("%s: %s".formatted(usage.name(), other.getMessage()));
        }
    }

    private static boolean isSwitchWithValue(Usage usage, String word) {
        return usage.allFlags().stream().anyMatch(f -> f.isSwitch() && word.startsWith(f.name() + "="));
    }

    private static UsageException unknown(Usage usage, String word) {
        var name = word.split("=", 2)[0];
        if (LATER.contains(name)) {
            return new UsageException("%s: %s is not in this version.".formatted(usage.name(), name));
        }
        var names = usage.allFlags().stream().map(Flag::name).toList();
        return new UsageException("%s has no option '%s'.%n%s".formatted(usage.name(), name,
                Nearest.question(name, names).orElse("'sextant %s --help' shows them all.".formatted(usage.name()))));
    }

    private static Call call(Console console, Usage usage, ParseResult result, Optional<List<String>> rest) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var option : result.matchedOptionsSet()) {
            given.put(option.longestName(), option.typeInfo().isBoolean() ? List.of() : List.copyOf(option.stringValues()));
        }
        var words = new ArrayList<String>();
        result.matchedPositionals().stream().distinct().forEach(p -> words.addAll(p.stringValues()));
        return new Call(console, usage, List.copyOf(words), rest, given);
    }

    private static void refuseSurplus(Call call) {
        var usage = call.usage();
        if (call.words().size() > usage.mostWords()) {
            var hint = usage.takesRest() && call.rest().isEmpty() ? "\nA command to run stands behind '--'." : "";
            throw new UsageException("%s: '%s' is one word too many: sextant %s%s".formatted(usage.name(),
                    call.words().get(usage.mostWords()), (usage.name() + " " + usage.words()).strip(), hint));
        }
    }
}
