package dev.sextant.strategy.forest;

/// How far trees grow.
///
/// @param smallest rows that a node needs to be split, at least 2
/// @param deepest  questions on the way to a leaf, at most; at least 0
/// @param cuts     random cuts tried on each line, at least 1: more of them are closer to the best cut
/// @param share    the probability with which a node looks at an axis; with 1 it looks at all, and at least at one anyway
public record Rules(int smallest, int deepest, int cuts, double share) {
    /// Extremely randomised trees, grown to the end.
    public static final Rules RANDOM_CUTS = new Rules(2, 64, 1, 1);
}
