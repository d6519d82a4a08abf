package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.SobolSearch;

/// Makes [FreezeThaw] with Sobol points.
public final class FreezeThawSearch implements StrategyFactory {
    private static final double EVEN_SHARE = 0.35;

    @Override
    public String name() {
        return "freezethaw";
    }

    @Override
    public String summary() {
        return "a model of learning curves says which training goes on or begins; needs a fidelity; settings: eta (3), startup, even (0.35)";
    }

    @Override
    public Strategy create(Problem problem) {
        var shared = new FidelityKnobs(problem);
        var levels = Levels.of(problem, shared.eta());
        int startup = shared.knobs().whole("startup", Math.clamp(problem.space().parameters().size() + 2L, 4, 10), 1, 1_000_000);
        double even = shared.knobs().fraction("even", EVEN_SHARE);
        shared.knobs().noOthers();
        return new FreezeThaw(problem, levels, SobolSearch.start(problem), new FreezeThaw.Setup(startup, even));
    }

    /// The first trial is the defaults all the same, but run to the lowest level like the others.
    @Override
    public boolean startsWithDefaults() {
        return false;
    }
}
