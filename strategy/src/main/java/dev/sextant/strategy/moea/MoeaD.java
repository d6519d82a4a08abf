package dev.sextant.strategy.moea;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.pareto.ReferenceDirections;
import java.util.Collections;
import java.util.List;

/// Makes MOEA/D; see [Decomposed].
public final class MoeaD implements StrategyFactory {
    private static final int STANDARD_POPULATION = 20;

    @Override
    public String name() {
        return "moead";
    }

    @Override
    public String summary() {
        return "evolves a front as many single objectives side by side; settings: population (20), founders (20), crossover_rate (0.9)";
    }

    @Override
    public Strategy create(Problem problem) {
        Rules rules = Rules.fixed(problem, STANDARD_POPULATION);
        return new Evolution(problem, rules, new Decomposed(directions(problem.objectives(), rules.least())));
    }

    /// With one objective there is one direction, and all members share it.
    private static List<double[]> directions(int objectives, int population) {
        return objectives == 1 ? Collections.nCopies(population, new double[] {1}) : ReferenceDirections.about(objectives, population);
    }
}
