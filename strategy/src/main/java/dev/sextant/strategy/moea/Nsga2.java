package dev.sextant.strategy.moea;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.pareto.CrowdingDistance;

/// Makes NSGA-II: a [Ranked] population whose last front loses its most crowded member.
///
/// Source: K. Deb et al., A fast and elitist multiobjective genetic algorithm: NSGA-II, IEEE Trans. Evol. Comp. 6(2), 2002.
/// Differs: one newcomer at a time instead of generations (see [Evolution]); a population that grows.
public final class Nsga2 implements StrategyFactory {
    @Override
    public String name() {
        return "nsga2";
    }

    @Override
    public String summary() {
        return "evolves a front of two or three objectives, cheaply; settings: population (20, growing to 100), founders (20), "
                + "crossover_rate (0.9)";
    }

    @Override
    public Strategy create(Problem problem) {
        Rules rules = Rules.growing(problem);
        return new Evolution(problem, rules, new Ranked(rules, Diversity.ofEachFront(CrowdingDistance::of)));
    }
}
