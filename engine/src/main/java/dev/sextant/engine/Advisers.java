package dev.sextant.engine;

import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;

/// Those who advise a desk; all of them fresh, and told everything.
///
/// @param strategy what to try next
/// @param rule whether a running trial goes on
/// @param prospect how much better the study may still get; asked only if the budget has a limit of that
public record Advisers(Strategy strategy, StoppingRule rule, Prospect prospect) {
    /// Advisers without a prospect.
    public Advisers(Strategy strategy, StoppingRule rule) {
        this(strategy, rule, Prospect.UNKNOWN);
    }
}
