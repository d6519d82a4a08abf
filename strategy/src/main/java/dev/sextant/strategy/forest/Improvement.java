package dev.sextant.strategy.forest;

import dev.sextant.strategy.numeric.Normal;

/// How much better than the best a normally distributed loss is expected to be.
///
/// Source: D. R. Jones, M. Schonlau and W. J. Welch, Efficient global optimization of expensive black-box functions,
/// J. Global Optimization 13 (1998), equation 15; its logarithm, accurate in the tail, after S. Ament et al., Unexpected
/// improvements to expected improvement, NeurIPS 2023, section 4.1.
final class Improvement {
    private static final double FAR = -25;
    private static final double NARROWEST = 1e-9;

    private Improvement() {}

    /// log E[max(0, best − loss)].
    static double log(double best, double mean, double variance) {
        double deviation = Math.max(NARROWEST, Math.sqrt(variance));
        double z = (best - mean) / deviation;
        return Math.log(deviation) + logUnit(z);
    }

    /// log (φ(z) + z·Φ(z)); below −25 by the first terms of the tail's series.
    static double logUnit(double z) {
        if (z > -1) {
            return Math.log(Math.exp(Normal.logDensity(z)) + z * Normal.cdf(z));
        }
        double logDensity = Normal.logDensity(z);
        if (z > FAR) {
            return logDensity + Math.log1p(z * Math.exp(Normal.logCdf(z) - logDensity));
        }
        double square = 1 / (z * z);
        return logDensity + Math.log(square) + Math.log1p(square * (15 * square - 3));
    }

    /// P(loss < best).
    static double probability(double best, double mean, double variance) {
        return Normal.cdf((best - mean) / Math.max(NARROWEST, Math.sqrt(variance)));
    }
}
