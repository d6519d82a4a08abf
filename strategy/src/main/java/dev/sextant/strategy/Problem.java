package dev.sextant.strategy;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import java.util.List;
import java.util.Optional;

/// What a strategy has to solve.
///
/// @param start what every study begins with: the defaults, and the middle or the first of a list where there is none
/// @param objectives how many losses each result has, at least 1
/// @param limits how many limits each outcome should keep
/// @param settings the strategy's own settings, as the user gave them
/// @param seed of the study; a strategy that draws something once, such as a scrambling, derives it from this
public record Problem(SearchSpace space, Configuration start, int objectives, int limits, StrategySpec settings,
        Optional<FidelityRange> fidelity, long seed) {
    /// One without limits.
    public Problem(SearchSpace space, int objectives, StrategySpec settings, Optional<FidelityRange> fidelity, long seed) {
        this(space, space.start(), objectives, 0, settings, fidelity, seed);
    }

    /// That of a study. A choice among three or more numbers that are listed as they rise or fall is in order here, since what a
    /// program does with 32 mostly lies between what it does with 16 and 64.
    public static Problem of(StudySpec spec) {
        return new Problem(inOrder(spec.space()), spec.space().start(), spec.objectives().size(), spec.limits().size(), spec.strategy(), spec.fidelity(), spec.seed());
    }

    private static SearchSpace inOrder(SearchSpace space) {
        List<Parameter> inOrder = space.parameters().stream().map(Problem::inOrder).toList();
        return inOrder.equals(space.parameters()) ? space : new SearchSpace(inOrder, space.constraints(), space.version());
    }

    /// A belief about a choice says nothing of an order, so one with a belief stays.
    private static Parameter inOrder(Parameter parameter) {
        return parameter.domain() instanceof Choice choice && choice.isProgression() && parameter.prior().isEmpty()
                ? new Parameter(parameter.name(), new Ordinal(choice.values()), parameter.standard(), parameter.condition(),
                        Optional.empty(), parameter.was())
                : parameter;
    }

    /// This problem for another strategy.
    public Problem with(StrategySpec other) {
        return new Problem(space, start, objectives, limits, other, fidelity, seed);
    }
}
