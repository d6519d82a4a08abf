package dev.sextant.strategy.numeric;

/// The Matérn correlation with smoothness 5/2: of two values of a random function that has two derivatives.
///
/// Source: C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, MIT Press 2006, equation 4.17.
public final class Matern {
    private Matern() {}

    /// The correlation at a distance, 1 at 0 and falling: (1 + s + s²/3)·exp(−s) with s = √5·r.
    ///
    /// @param square r², the squared distance in length scales, not negative
    public static double correlation(double square) {
        double s = Math.sqrt(5 * square);
        return (1 + s + s * s / 3) * Math.exp(-s);
    }

    /// The derivative of [#correlation] by r²: −5/6·(1 + s)·exp(−s), finite at 0 too.
    public static double slope(double square) {
        double s = Math.sqrt(5 * square);
        return -5.0 / 6 * (1 + s) * Math.exp(-s);
    }
}
