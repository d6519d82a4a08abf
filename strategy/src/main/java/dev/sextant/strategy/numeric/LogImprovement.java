package dev.sextant.strategy.numeric;

/// The logarithm of the expected improvement of a standard normal variable, exact where the improvement itself would be 0.
///
/// A prediction with mean μ and deviation σ improves on a loss b by σ·h(z) on average, with z = (b − μ)/σ and
/// h(z) = φ(z) + z·Φ(z). Relative error of h below 1e-9 for every finite z.
///
/// Source: S. Ament et al., Unexpected improvements to expected improvement for Bayesian optimization, NeurIPS 2023,
/// section 4 and appendix A. Differs: an asymptotic series below z = −40, where the other form cancels.
public final class LogImprovement {
    private static final double SQRT_HALF_PI = 1.2533141373155003;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double FAR = -40;

    private LogImprovement() {}

    /// log h(z).
    public static double of(double z) {
        if (z > -1) {
            return Math.log(Math.exp(Normal.logDensity(z)) + z * Normal.cdf(z));
        }
        if (z < FAR) {
            double w = 1 / (z * z);
            return Normal.logDensity(z) + Math.log(w) + Math.log1p(w * (-3 + w * (15 - 105 * w)));
        }
        double mills = SQRT_HALF_PI * ErrorFunction.scaledComplement(-z * SQRT_HALF);
        return Normal.logDensity(z) + Math.log1p(z * mills);
    }

    /// φ(z)/h(z): how fast [#of] grows with log σ, the mean held.
    public static double byDeviation(double z) {
        return Math.exp(Normal.logDensity(z) - of(z));
    }

    /// Φ(z)/h(z): how fast [#of] grows with z.
    public static double slope(double z) {
        return Math.exp(Normal.logCdf(z) - of(z));
    }
}
