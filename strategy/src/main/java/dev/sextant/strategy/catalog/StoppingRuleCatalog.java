package dev.sextant.strategy.catalog;

import dev.sextant.model.study.StudySpec;
import dev.sextant.model.text.Nearest;
import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.StoppingRuleFactory;
import dev.sextant.strategy.fidelity.AshaRule;
import dev.sextant.strategy.fidelity.PercentileRule;
import java.util.List;

/// Every stopping rule this program knows. Immutable.
public final class StoppingRuleCatalog {
    private static final List<StoppingRuleFactory> ALL = List.of(
            new PercentileRule.Median(),
            new PercentileRule.Percentile(),
            new AshaRule.Factory());

    private StoppingRuleCatalog() {}

    public static List<StoppingRuleFactory> all() {
        return ALL;
    }

    /// The stopping rule of a study; one that never stops a trial if the study has none.
    ///
    /// @throws IllegalArgumentException if there is no such rule, or its settings are wrong
    public static StoppingRule of(StudySpec spec) {
        return spec.stopping().map(rule -> find(rule.name()).create(Problem.of(spec).with(rule))).map(FeasibleFirst::of).orElse(StoppingRule.NEVER);
    }

    /// The factory of a rule.
    ///
    /// @throws IllegalArgumentException that lists the names there are
    public static StoppingRuleFactory find(String name) {
        List<String> names = ALL.stream().map(StoppingRuleFactory::name).toList();
        return ALL.stream().filter(factory -> factory.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stopping rule '%s'; there are %s.%s".formatted(
                        name, String.join(", ", names), Nearest.question(name, names).map("\n"::concat).orElse(""))));
    }
}
