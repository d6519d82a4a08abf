package dev.sextant.strategy.auto;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.bayes.GpSearch;
import dev.sextant.strategy.cmaes.CmaEs;
import dev.sextant.strategy.moea.Nsga3;
import dev.sextant.strategy.moea.SmsEmoa;
import dev.sextant.strategy.settings.Knobs;
import dev.sextant.strategy.tpe.TpeSearch;

/// Makes the strategy for people who want none in particular: a Gaussian process, which beyond 300 results
/// shares the work with an evolution: CMA-ES with one objective, SMS-EMOA with several, NSGA-III with more than six. Where the space is too large for
/// the process to answer in time, the Parzen estimator takes its place.
public final class AutoSearch implements StrategyFactory {
    private static final int THINK = 50;

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String summary() {
        return "the default: gp, beyond 300 trials with cmaes, or with smsemoa for several objectives; settings: think (50)";
    }

    @Override
    public boolean weighsLimits() {
        return true;
    }

    @Override
    public Strategy create(Problem problem) {
        var knobs = new Knobs(problem.settings());
        int think = knobs.whole("think", THINK, 1, 60_000);
        knobs.noOthers();
        return new Auto(model(problem, think), evolution(problem));
    }

    private static Strategy model(Problem problem, int think) {
        if (!GpSearch.suffices(problem.space(), think)) {
            return FeasibleFirst.of(new TpeSearch()).create(problem.with(StrategySpec.of("tpe")));
        }
        return new GpSearch().create(problem.with(StrategySpec.of("gp").with("think", new Value.Int(think))));
    }

    private static Strategy evolution(Problem problem) {
        if (problem.objectives() == 1) {
            return new CmaEs.Factory().create(problem.with(StrategySpec.of("cmaes")));
        }
        return problem.objectives() <= SmsEmoa.MOST_OBJECTIVES
                ? FeasibleFirst.of(new SmsEmoa()).create(problem.with(StrategySpec.of("smsemoa")))
                : FeasibleFirst.of(new Nsga3()).create(problem.with(StrategySpec.of("nsga3")));
    }
}
