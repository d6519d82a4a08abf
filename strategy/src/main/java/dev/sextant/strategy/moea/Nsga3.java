package dev.sextant.strategy.moea;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;

/// Makes NSGA-III: a [Ranked] population whose last front loses a member of its fullest niche (see [Niches]).
///
/// Differs from its source: one newcomer at a time instead of generations; parents compete; a population that grows.
public final class Nsga3 implements StrategyFactory {
    @Override
    public String name() {
        return "nsga3";
    }

    @Override
    public String summary() {
        return "evolves a front along even directions; three objectives and more; settings: population (20, growing to 100), founders (20), "
                + "crossover_rate (0.9)";
    }

    @Override
    public Strategy create(Problem problem) {
        Rules rules = Rules.growing(problem);
        return new Evolution(problem, rules, new Ranked(rules, new Niches()));
    }
}
