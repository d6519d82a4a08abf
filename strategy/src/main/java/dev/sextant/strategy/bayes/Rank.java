package dev.sextant.strategy.bayes;

/// Where the end of a trial stands among others: first by tier, then by loss.
///
/// @param tier 0 for a complete trial; 1 to 2 for a pruned one, less the further it came; 3 without any loss
/// @param loss 0 where there is none
record Rank(double tier, double loss) {
    static final Rank LOST = new Rank(3, 0);

    static Rank complete(double loss) {
        return new Rank(0, loss + 0.0);
    }

    /// @param step the last step it reported, at least 0
    static Rank pruned(long step, double loss) {
        return new Rank(1 + 1.0 / (1 + Math.max(0, step)), loss + 0.0);
    }
}
