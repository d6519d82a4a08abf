package dev.sextant.strategy;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import java.util.Optional;

/// What a strategy has to solve.
///
/// @param objectives how many losses each result has, at least 1
/// @param limits how many limits each outcome should keep
/// @param settings the strategy's own settings, as the user gave them
/// @param seed of the study; a strategy that draws something once, such as a scrambling, derives it from this
public record Problem(SearchSpace space, int objectives, int limits, StrategySpec settings, Optional<FidelityRange> fidelity, long seed) {
    /// One without limits.
    public Problem(SearchSpace space, int objectives, StrategySpec settings, Optional<FidelityRange> fidelity, long seed) {
        this(space, objectives, 0, settings, fidelity, seed);
    }

    public static Problem of(StudySpec spec) {
        return new Problem(spec.space(), spec.objectives().size(), spec.limits().size(), spec.strategy(), spec.fidelity(), spec.seed());
    }

    /// This problem for another strategy.
    public Problem with(StrategySpec other) {
        return new Problem(space, objectives, limits, other, fidelity, seed);
    }
}
