package dev.sextant.app.cli;

import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.strategy.StoppingRuleFactory;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import java.util.List;

/// What a shell offers in one place of a command line.
///
/// @param words that may stand there
/// @param studies whether the names of studies may
/// @param files whether the names of files may
record Offer(List<String> words, boolean studies, boolean files) {
    private static final List<String> PATHS = List.of("FILE", "FOLDER", "PATH");

    /// Behind a flag that takes a value.
    static Offer behind(Flag flag) {
        return new Offer(words(flag), false, PATHS.contains(flag.label()));
    }

    private static List<String> words(Flag flag) {
        if (flag.name().equals(StudyOptions.STRATEGY.name())) {
            return StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name).toList();
        }
        return flag.name().equals(StudyOptions.STOPPING.name())
                ? StoppingRuleCatalog.all().stream().map(StoppingRuleFactory::name).toList() : flag.values();
    }

    /// Behind a verb. Lower-case words of its usage stand for themselves: `bash|zsh|fish`.
    static Offer behind(Usage usage) {
        var words = usage.words().matches("[a-z]+([|][a-z]+)+") ? List.of(usage.words().split("[|]", -1)) : List.<String>of();
        return new Offer(words, usage.words().contains("STUDY"), usage.words().contains("FILE"));
    }

    String joined() {
        return String.join(" ", words);
    }
}
