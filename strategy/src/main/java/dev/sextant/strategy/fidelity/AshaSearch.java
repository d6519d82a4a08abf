package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import java.util.function.Function;

/// Makes [AsynchronousHalving].
public final class AshaSearch implements StrategyFactory {
    private final Function<String, StrategyFactory> strategies;

    /// @param strategies finds the inner strategy by its name
    public AshaSearch(Function<String, StrategyFactory> strategies) {
        this.strategies = strategies;
    }

    @Override
    public String name() {
        return "asha";
    }

    @Override
    public String summary() {
        return "halving that never waits, for many slots; needs a fidelity; settings: eta (3), brackets (1), proposer (sobol)";
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
        int brackets = knobs.knobs().whole("brackets", 1, 1, levels.top());
        var ideas = knobs.ideas(levels, strategies);
        knobs.knobs().noOthers();
        var shares = Plans.hyperband(levels, eta, brackets).stream().mapToDouble(plan -> plan.sizes().getFirst()).toArray();
        return new AsynchronousHalving(levels, eta, shares, ideas);
    }

    /// The first trial is the defaults all the same, but run to the lowest level like the others.
    @Override
    public boolean startsWithDefaults() {
        return false;
    }
}
