package dev.sextant.engine;

import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;
import java.util.concurrent.Executor;

/// Those who advise a desk; all of them fresh, and told everything.
///
/// @param strategy what to try next
/// @param rule whether a running trial goes on
/// @param prospect how much better the study may still get; asked only if the budget has a limit of that
/// @param aside runs what strategy and prospect are told of a log while it is being read; only as long as a desk is opened
public record Advisers(Strategy strategy, StoppingRule rule, Prospect prospect, Executor aside) {
    /// Advisers who are told in the thread that opens the desk.
    public Advisers(Strategy strategy, StoppingRule rule, Prospect prospect) {
        this(strategy, rule, prospect, Runnable::run);
    }

    /// Advisers without a prospect.
    public Advisers(Strategy strategy, StoppingRule rule) {
        this(strategy, rule, Prospect.UNKNOWN);
    }
}
