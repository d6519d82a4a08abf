package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.Normal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How likely a point is to come to a result that keeps all limits: the product of the probabilities of each, as logarithms, so that it has a slope
/// also where it is 0 to all digits.
///
/// Source: J. Gardner et al., Bayesian optimization with inequality constraints, ICML 2014, section 3.1. Not thread-safe.
///
/// @param limits  one each
/// @param failure of a trial; none as long as no trial failed
record Odds(List<Border> limits, Optional<Border> failure) {
    /// Where there are no limits, and no failures.
    static final Odds CERTAIN = new Odds(List.of(), Optional.empty());
    /// As likely kept as not.
    static final double EVEN = Math.log(0.5);

    /// What is known of one limit, or of failures.
    ///
    /// @param at     the number from which on it is broken, or a trial fails
    /// @param weight the power to which its probability counts
    record Border(Posterior posterior, double at, int weight) {
        Border(Posterior posterior, double at) {
            this(posterior, at, 1);
        }

        private double z(Posterior.Prediction prediction) {
            return (at - prediction.mean()) / Math.sqrt(prediction.variance());
        }

        /// The logarithm of the probability, without its weight.
        private double chance(double[] point) {
            return Normal.logCdf(z(posterior.at(point)));
        }

        private double log(double[] point) {
            return weight * chance(point);
        }

        private double bound(double[] point) {
            double z = z(posterior.roughly(point));
            return z < 0 ? weight * Normal.logCdf(z) : 0;
        }

        private double log(double[] point, int[] lines, double[] slopes) {
            double[] byMean = new double[lines.length];
            double[] byVariance = new double[lines.length];
            Posterior.Prediction there = posterior.at(point, lines, byMean, byVariance);
            double z = z(there);
            double log = Normal.logCdf(z);
            double steepness = weight * Math.exp(Normal.logDensity(z) - log);
            for (int i = 0; i < lines.length; i++) {
                slopes[i] -= steepness * (byMean[i] / Math.sqrt(there.variance()) + z * byVariance[i] / (2 * there.variance()));
            }
            return weight * log;
        }
    }

    Odds with(Optional<Border> failure) {
        return new Odds(limits, failure);
    }

    private Stream<Border> borders() {
        return Stream.concat(limits.stream(), failure.stream());
    }

    /// The logarithm of the probability at a point.
    double log(double[] point) {
        return borders().mapToDouble(border -> border.log(point)).sum();
    }

    /// An upper bound of [#log], at the cost of [Posterior#roughly].
    double bound(double[] point) {
        return borders().mapToDouble(border -> border.bound(point)).sum();
    }

    /// [#log], and its derivatives along some lines.
    ///
    /// @param slopes `[lines]`, to which the derivatives are added
    double log(double[] point, int[] lines, double[] slopes) {
        return borders().mapToDouble(border -> border.log(point, lines, slopes)).sum();
    }

    /// In words: `; a result with 83 %; limits kept with 40 %`.
    String words(double[] point) {
        return failure.map(border -> "; a result with %d %%".formatted(percent(border.chance(point)))).orElse("")
                + (limits.isEmpty() ? "" : "; limits kept with %d %%".formatted(percent(limits.stream().mapToDouble(limit -> limit.chance(point)).sum())));
    }

    private static long percent(double log) {
        return Math.round(100 * Math.exp(log));
    }
}
