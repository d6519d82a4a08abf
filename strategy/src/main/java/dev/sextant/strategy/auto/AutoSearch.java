package dev.sextant.strategy.auto;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.tpe.Tpe;
import dev.sextant.strategy.tpe.TpeSearch;

/// Makes the strategy for people who want none in particular: TPE after a start with Sobol points.
public final class AutoSearch implements StrategyFactory {
    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String summary() {
        return "the default: Sobol points, then tpe; settings: those of tpe";
    }

    @Override
    public Strategy create(Problem problem) {
        Tpe.Setup setup = TpeSearch.setup(problem);
        return new Tpe(problem, SobolSearch.start(problem), setup);
    }
}
