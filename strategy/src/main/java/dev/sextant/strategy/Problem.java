package dev.sextant.strategy;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import java.util.Optional;

/// What a strategy has to solve.
///
/// @param objectives how many losses each result has, at least 1
/// @param settings the strategy's own settings, as the user gave them
/// @param seed of the study; a strategy that draws something once, such as a scrambling, derives it from this
public record Problem(SearchSpace space, int objectives, StrategySpec settings, Optional<FidelityRange> fidelity, long seed) {
    public static Problem of(StudySpec spec) {
        return new Problem(spec.space(), spec.objectives().size(), spec.strategy(), spec.fidelity(), spec.seed());
    }
}
