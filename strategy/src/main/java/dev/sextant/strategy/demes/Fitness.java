package dev.sextant.strategy.demes;

/// How likely an individual is to become a parent, relative to others: exp(−10 · ((f − lo) / (hi − lo))²).
///
/// Source: recorded logs of CrayAI's HPO library, whose fitness column this reproduces to the printed digits.
public final class Fitness {
    private static final double SELECTION = 10;

    private Fitness() {}

    /// From 1 for the best to e⁻¹⁰ for the worst; 1 for all if they are equal.
    ///
    /// @param loss   of the individual, from `lowest` to `highest`
    /// @param lowest the smallest loss among those compared
    /// @param highest the largest
    public static double of(double loss, double lowest, double highest) {
        double range = highest / 2 - lowest / 2;
        if (range <= 0) {
            return 1;
        }
        double relative = (loss / 2 - lowest / 2) / range;
        return Math.exp(-SELECTION * relative * relative);
    }
}
