package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.Normal;
import java.util.List;

/// How likely a point is to keep all limits: the product of the probabilities of each, as logarithms, so that it has a slope also where it is 0 to
/// all digits.
///
/// Source: J. Gardner et al., Bayesian optimization with inequality constraints, ICML 2014, section 3.1. Not thread-safe.
///
/// @param borders one a limit
record Odds(List<Border> borders) {
    /// Where there are no limits.
    static final Odds CERTAIN = new Odds(List.of());
    /// As likely kept as not.
    static final double EVEN = Math.log(0.5);

    /// What is known of one limit.
    ///
    /// @param at the number from which on it is broken
    record Border(Posterior posterior, double at) {
        private double z(Posterior.Prediction prediction) {
            return (at - prediction.mean()) / Math.sqrt(prediction.variance());
        }

        private double log(double[] point) {
            return Normal.logCdf(z(posterior.at(point)));
        }

        private double bound(double[] point) {
            double z = z(posterior.roughly(point));
            return z < 0 ? Normal.logCdf(z) : 0;
        }

        private double log(double[] point, int[] lines, double[] slopes) {
            double[] byMean = new double[lines.length];
            double[] byVariance = new double[lines.length];
            Posterior.Prediction there = posterior.at(point, lines, byMean, byVariance);
            double z = z(there);
            double log = Normal.logCdf(z);
            double steepness = Math.exp(Normal.logDensity(z) - log);
            for (int i = 0; i < lines.length; i++) {
                slopes[i] -= steepness * (byMean[i] / Math.sqrt(there.variance()) + z * byVariance[i] / (2 * there.variance()));
            }
            return log;
        }
    }

    /// The logarithm of the probability at a point.
    double log(double[] point) {
        return borders.stream().mapToDouble(border -> border.log(point)).sum();
    }

    /// An upper bound of [#log], at the cost of [Posterior#roughly].
    double bound(double[] point) {
        return borders.stream().mapToDouble(border -> border.bound(point)).sum();
    }

    /// [#log], and its derivatives along some lines.
    ///
    /// @param slopes `[lines]`, to which the derivatives are added
    double log(double[] point, int[] lines, double[] slopes) {
        return borders.stream().mapToDouble(border -> border.log(point, lines, slopes)).sum();
    }
}
