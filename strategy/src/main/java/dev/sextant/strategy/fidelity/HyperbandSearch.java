package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import java.util.function.Function;

/// Makes [Halving] with the brackets of Hyperband: from many trials that begin low to few that are run in full.
public final class HyperbandSearch implements StrategyFactory {
    private final Function<String, StrategyFactory> strategies;

    /// @param strategies finds the inner strategy by its name
    public HyperbandSearch(Function<String, StrategyFactory> strategies) {
        this.strategies = strategies;
    }

    @Override
    public String name() {
        return "hyperband";
    }

    @Override
    public String summary() {
        return "halving that hedges over where to begin; needs a fidelity; settings: eta (3), brackets (all), proposer (sobol)";
    }

    @Override
    public boolean weighsLimits() {
        return true;
    }

    @Override
    public Strategy create(Problem problem) {
        var knobs = new FidelityKnobs(problem);
        int eta = knobs.eta();
        var levels = Levels.of(problem, eta);
        int brackets = knobs.knobs().whole("brackets", levels.count(), 1, levels.count());
        var ideas = knobs.ideas(levels, strategies);
        knobs.knobs().noOthers();
        return new Halving(name(), levels, Plans.hyperband(levels, eta, brackets), ideas);
    }

    /// The first trial is the defaults all the same, but as a part of the first bracket.
    @Override
    public boolean startsWithDefaults() {
        return false;
    }
}
