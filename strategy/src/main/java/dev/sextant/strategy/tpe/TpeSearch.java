package dev.sextant.strategy.tpe;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.settings.Knobs;

/// Makes [Tpe] with a start of Sobol points around the middle.
public final class TpeSearch implements StrategyFactory {
    static final int STANDARD_STARTUP = 10;
    static final int STANDARD_CANDIDATES = 24;

    @Override
    public String name() {
        return "tpe";
    }

    @Override
    public String summary() {
        return "learns where good results lie; for any space; settings: startup (10), candidates (24)";
    }

    @Override
    public Strategy create(Problem problem) {
        Tpe.Setup setup = setup(problem);
        return new Tpe(problem, SobolSearch.gathered(problem, setup.startup()), setup);
    }

    /// The settings of a problem's strategy as those of TPE.
    public static Tpe.Setup setup(Problem problem) {
        var knobs = new Knobs(problem.settings());
        var setup = new Tpe.Setup(
                knobs.whole("startup", STANDARD_STARTUP, 1, 1_000_000), knobs.whole("candidates", STANDARD_CANDIDATES, 1, 10_000));
        knobs.noOthers();
        return setup;
    }
}
