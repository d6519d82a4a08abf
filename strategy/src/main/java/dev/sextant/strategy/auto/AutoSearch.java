package dev.sextant.strategy.auto;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.bayes.GpSearch;
import dev.sextant.strategy.cmaes.CmaEs;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.tpe.Tpe;
import dev.sextant.strategy.tpe.TpeSearch;

/// Makes the strategy for people who want none in particular: with one objective a Gaussian process, which beyond a thousand
/// results shares the work with CMA-ES; with several objectives TPE.
public final class AutoSearch implements StrategyFactory {
    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String summary() {
        return "the default: gp, with cmaes beyond 1,000 trials; tpe for several objectives";
    }

    @Override
    public Strategy create(Problem problem) {
        new Knobs(problem.settings()).noOthers();
        if (problem.objectives() > 1) {
            Problem tpe = as("tpe", problem);
            return new Tpe(tpe, SobolSearch.start(problem), TpeSearch.setup(tpe));
        }
        return new Auto(new GpSearch().create(as("gp", problem)), new CmaEs.Factory().create(as("cmaes", problem)));
    }

    /// The problem with the standard settings of another strategy.
    private static Problem as(String strategy, Problem problem) {
        return new Problem(problem.space(), problem.objectives(), StrategySpec.of(strategy), problem.fidelity(), problem.seed());
    }
}
