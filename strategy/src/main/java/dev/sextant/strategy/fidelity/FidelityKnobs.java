package dev.sextant.strategy.fidelity;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.settings.Knobs;
import java.util.List;
import java.util.function.Function;

/// The settings that the strategies of this package share.
final class FidelityKnobs {
    /// Those that cannot propose single configurations for others.
    private static final List<String> NO_PROPOSERS = List.of("halving", "hyperband", "asha", "bohb", "dehb", "freezethaw", "pbt", "pb2", "list");
    private static final int STANDARD_ETA = 3;
    private static final int LARGEST_ETA = 1_000;
    private static final int ENOUGH = 10;
    private static final String EVEN = "sobol";

    private final Problem problem;
    private final Knobs knobs;

    FidelityKnobs(Problem problem) {
        this.problem = problem;
        this.knobs = new Knobs(problem.settings());
    }

    Knobs knobs() {
        return knobs;
    }

    /// `eta`, and the levels that follow from it.
    int eta() {
        return knobs.whole("eta", STANDARD_ETA, 2, LARGEST_ETA);
    }

    /// `proposer`, which is `sobol` if the user said nothing, as the source of configurations.
    ///
    /// @param strategies finds a strategy by its name
    Ideas ideas(Levels levels, Function<String, StrategyFactory> strategies) {
        var proposer = knobs.word("proposer", EVEN);
        if (NO_PROPOSERS.contains(proposer)) {
            throw new IllegalArgumentException("""
                    Strategy '%s': proposer is %s, which proposes no single configurations for others.
                    Choose sobol, tpe, random, or another strategy that knows nothing of fidelities.""".formatted(
                    problem.settings().name(), proposer));
        }
        return ideas(levels, new Ideas.Setup(strategies.apply(proposer), ENOUGH, levels.top(), proposer.equals(EVEN) ? 1 : 0));
    }

    Ideas ideas(Levels levels, Ideas.Setup setup) {
        var inner = problem.with(StrategySpec.of(setup.proposer().name()));
        return new Ideas(inner, levels, setup);
    }
}
