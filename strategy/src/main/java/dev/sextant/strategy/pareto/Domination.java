package dev.sextant.strategy.pareto;

/// When one result is better than another whatever the objectives weigh.
public final class Domination {
    private Domination() {}

    /// Whether the first is nowhere worse and somewhere better.
    public static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
            better |= one[k] < other[k];
        }
        return better;
    }
}
