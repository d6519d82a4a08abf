package dev.sextant.strategy.tpe;

import java.util.List;

/// Where a finished trial stands among others: first by tier, then by its losses.
///
/// @param tier 0 for a complete trial; above it for a pruned one, less the further it came
/// @param losses one for each objective; empty for a pruned trial that never reported all
record Rank(double tier, List<Double> losses) {
    Rank {
        losses = List.copyOf(losses);
    }

    static Rank complete(List<Double> losses) {
        return new Rank(0, losses);
    }

    /// @param step the last step it reported, at least 0
    static Rank pruned(long step, List<Double> losses) {
        return losses.isEmpty() ? new Rank(3, losses) : new Rank(1 + 1.0 / (1 + Math.max(0, step)), losses);
    }
}
