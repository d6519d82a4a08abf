package dev.sextant.strategy.auto;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.bayes.GpSearch;
import dev.sextant.strategy.cmaes.CmaEs;
import dev.sextant.strategy.moea.Nsga3;
import dev.sextant.strategy.moea.SmsEmoa;
import dev.sextant.strategy.settings.Knobs;

/// Makes the strategy for people who want none in particular: a Gaussian process, which beyond a thousand results
/// shares the work with an evolution: CMA-ES with one objective, SMS-EMOA with several, NSGA-III with more than six.
public final class AutoSearch implements StrategyFactory {
    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String summary() {
        return "the default: gp, beyond 1,000 trials with cmaes, or with smsemoa for several objectives";
    }

    @Override
    public Strategy create(Problem problem) {
        new Knobs(problem.settings()).noOthers();
        return new Auto(new GpSearch().create(as("gp", problem)), evolution(problem));
    }

    private static Strategy evolution(Problem problem) {
        if (problem.objectives() == 1) {
            return new CmaEs.Factory().create(as("cmaes", problem));
        }
        return problem.objectives() <= SmsEmoa.MOST_OBJECTIVES
                ? new SmsEmoa().create(as("smsemoa", problem))
                : new Nsga3().create(as("nsga3", problem));
    }

    /// The problem with the standard settings of another strategy.
    private static Problem as(String strategy, Problem problem) {
        return new Problem(problem.space(), problem.objectives(), StrategySpec.of(strategy), problem.fidelity(), problem.seed());
    }
}
