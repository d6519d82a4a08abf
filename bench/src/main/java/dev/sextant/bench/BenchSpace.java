package dev.sextant.bench;

import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import java.util.List;
import java.util.Optional;

/// The space of all measurements: 4 reals (2 log), 3 integers (1 log), categoricals of 3, 5 and 2 values.
/// `peers/optuna_space.py` is its twin.
final class BenchSpace {
    static final SearchSpace SPACE = Space.of(
            Space.real("a", 0, 1), Space.real("b", -5, 5), Space.log("c", 1e-5, 1), Space.log("d", 1e-3, 1e3),
            Space.integer("e", 1, 10), Space.integer("f", 0, 100), Parameter.of("g", new IntRange(1, 1024, Scale.LOG, 1)),
            Space.choice("h", "x", "y", "z"), Space.choice("i", "1", "2", "3", "4", "5"), Space.choice("j", "p", "q"));

    private BenchSpace() {}

    static StudySpec study(String strategy) {
        return new StudySpec("bench", SPACE, List.of(new Objective("loss", Objective.Goal.MIN)), List.of(),
                StrategySpec.of(strategy), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
    }

    /// A bowl in the unit cube around 0.3.
    static double loss(Configuration configuration) {
        double sum = 0;
        for (var parameter : SPACE.parameters()) {
            double unit = parameter.domain().unit(configuration.value(parameter.name()).orElseThrow());
            sum += (unit - 0.3) * (unit - 0.3);
        }
        return sum;
    }
}
