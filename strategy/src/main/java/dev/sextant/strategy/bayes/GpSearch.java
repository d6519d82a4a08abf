package dev.sextant.strategy.bayes;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.settings.Knobs;

/// Makes [GaussianProcessSearch] after a start with Sobol points.
public final class GpSearch implements StrategyFactory {
    @Override
    public String name() {
        return "gp";
    }

    @Override
    public String summary() {
        return "a Gaussian process predicts, the largest expected improvement is tried; settings: startup, candidates (300), starts (3), descent (true), think (50)";
    }

    /// Whether a model of a space can answer within some milliseconds of work.
    public static boolean suffices(SearchSpace space, int milliseconds) {
        return Work.suffices(new Axes(space).count(), milliseconds);
    }

    @Override
    public boolean weighsLimits() {
        return true;
    }

    @Override
    public Strategy create(Problem problem) {
        var knobs = new Knobs(problem.settings());
        int parameters = Math.max(1, new Axes(problem.space()).count());
        int startup = knobs.whole("startup", Math.clamp(parameters + 2L, 4, 10), 1, 1_000_000);
        int candidates = knobs.whole("candidates", 300, 30, 100_000);
        int starts = knobs.whole("starts", 3, 1, 1_000);
        int think = knobs.whole("think", Work.STANDARD_MILLISECONDS, 1, 60_000);
        boolean descends = knobs.flag("descent", true) && problem.objectives() == 1 && problem.limits() == 0;
        knobs.noOthers();
        var beginning = new GaussianProcessSearch.Beginning(SobolSearch.gathered(problem, startup), startup, descends);
        return new GaussianProcessSearch(problem, beginning, Work.full(candidates, starts).within(parameters * (GaussianProcessSearch.models(problem) + problem.limits()), think));
    }
}
