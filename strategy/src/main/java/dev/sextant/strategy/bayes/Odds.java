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
/// @param borders one a limit, and one of failures once a trial has failed
record Odds(List<Border> borders) {
    /// Where there are no limits, and no failures.
    static final Odds CERTAIN = new Odds(List.of());
    /// As likely kept as not.
    static final double EVEN = Math.log(0.5);

    /// What lies behind a border, and to which power the probability of staying before it counts: to a higher one for failures, as a smooth process is
    /// too hopeful beside a cliff.
    enum Kind {
        LIMIT(1),
        FAILURE(4);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /// What is known of one limit, or of failures.
    ///
    /// @param at the number from which on it is broken, or a trial fails
    record Border(Kind kind, Posterior posterior, double at) {
        private double z(Posterior.Prediction prediction) {
            return (at - prediction.mean()) / Math.sqrt(prediction.variance());
        }

        /// The logarithm of the probability, without its weight.
        private double chance(double[] point) {
            return Normal.logCdf(z(posterior.at(point)));
        }

        private double log(double[] point) {
            return kind.weight * chance(point);
        }

        private double bound(double[] point) {
            double z = z(posterior.roughly(point));
            return z < 0 ? kind.weight * Normal.logCdf(z) : 0;
        }

        private double log(double[] point, int[] lines, double[] slopes) {
            double[] byMean = new double[lines.length];
            double[] byVariance = new double[lines.length];
            Posterior.Prediction there = posterior.at(point, lines, byMean, byVariance);
            double z = z(there);
            double log = Normal.logCdf(z);
            double steepness = kind.weight * Math.exp(Normal.logDensity(z) - log);
            for (int i = 0; i < lines.length; i++) {
                slopes[i] -= steepness * (byMean[i] / Math.sqrt(there.variance()) + z * byVariance[i] / (2 * there.variance()));
            }
            return kind.weight * log;
        }
    }

    /// With one border more, if there is one.
    Odds with(Optional<Border> border) {
        return border.map(one -> new Odds(Stream.concat(borders.stream(), Stream.of(one)).toList())).orElse(this);
    }

    boolean hasLimits() {
        return borders.stream().anyMatch(border -> border.kind == Kind.LIMIT);
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

    /// In words: `; a result with 83 %; limits kept with 40 %`.
    String words(double[] point) {
        return words(Kind.FAILURE, "; a result with %d %%", point) + words(Kind.LIMIT, "; limits kept with %d %%", point);
    }

    private String words(Kind kind, String form, double[] point) {
        List<Border> some = borders.stream().filter(border -> border.kind == kind).toList();
        return some.isEmpty() ? "" : form.formatted(Math.round(100 * Math.exp(some.stream().mapToDouble(border -> border.chance(point)).sum())));
    }
}
