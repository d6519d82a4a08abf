package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import java.util.function.Function;

/// Makes [Halving] with the brackets of Hyperband, whose configurations TPE proposes from the trials that were run in full
/// once there are enough, but for a third that are Sobol points, as all of them are before.
///
/// Source: S. Falkner, A. Klein, F. Hutter, BOHB: robust and efficient hyperparameter optimization at scale, ICML 2018.
/// Differs: the model is our `tpe`, with its share of good results and its bandwidths, and pending trials count; it does not
/// learn from lower levels unless told to, as those like what learns fast; Sobol points instead of draws.
public final class BohbSearch implements StrategyFactory {
    private final Function<String, StrategyFactory> strategies;

    /// @param strategies finds `tpe`
    public BohbSearch(Function<String, StrategyFactory> strategies) {
        this.strategies = strategies;
    }

    @Override
    public String name() {
        return "bohb";
    }

    @Override
    public String summary() {
        return "hyperband with tpe and a random share; needs a fidelity; settings: eta (3), brackets (all), random (0.333), below (0), enough";
    }

    @Override
    public boolean weighsLimits() {
        return true;
    }

    @Override
    public Strategy create(Problem problem) {
        var shared = new FidelityKnobs(problem);
        var knobs = shared.knobs();
        int eta = shared.eta();
        var levels = Levels.of(problem, eta);
        int brackets = knobs.whole("brackets", levels.count(), 1, levels.count());
        double random = knobs.fraction("random", 1.0 / 3);
        int below = knobs.whole("below", 0, 0, levels.top());
        int enough = knobs.whole("enough", problem.space().parameters().size() + 1, 1, 1_000_000);
        knobs.noOthers();
        var ideas = shared.ideas(levels, new Ideas.Setup(strategies.apply("tpe"), enough, below, random));
        return new Halving(name(), levels, Plans.hyperband(levels, eta, brackets), ideas);
    }

    /// The first trial is the defaults all the same, but as a part of the first bracket.
    @Override
    public boolean startsWithDefaults() {
        return false;
    }
}
