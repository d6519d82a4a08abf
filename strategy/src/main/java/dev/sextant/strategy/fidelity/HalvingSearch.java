package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import java.util.List;
import java.util.function.Function;

/// Makes [Halving] with brackets that all begin at the lowest level.
public final class HalvingSearch implements StrategyFactory {
    private final Function<String, StrategyFactory> strategies;

    /// @param strategies finds the inner strategy by its name
    public HalvingSearch(Function<String, StrategyFactory> strategies) {
        this.strategies = strategies;
    }

    @Override
    public String name() {
        return "halving";
    }

    @Override
    public String summary() {
        return "runs many trials for a little, the best for longer; needs a fidelity; settings: eta (3), proposer (sobol)";
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
        var ideas = knobs.ideas(levels, strategies);
        knobs.knobs().noOthers();
        return new Halving(name(), levels, List.of(Plans.halving(levels, eta)), ideas);
    }

    /// The first trial is the defaults all the same, but as a part of the first bracket.
    @Override
    public boolean startsWithDefaults() {
        return false;
    }
}
