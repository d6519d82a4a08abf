package dev.sextant.model.study;

import dev.sextant.model.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A bound that a metric should keep, which is known only when a trial has ended: an outcome constraint. A trial beyond it is
/// complete, but infeasible: it is worse than every trial that keeps all limits.
///
/// @param bound finite; a value equal to it keeps the limit
public record OutcomeLimit(String metric, Side side, double bound) {
    private static final double MOST = 1e300;
    private static final double MOST_WHOLE = 1e15;

    /// On which side of the bound values should be.
    public enum Side {
        AT_MOST, AT_LEAST;

        /// As it is written in a study: `<=` or `>=`.
        public String sign() {
            return this == AT_MOST ? "<=" : ">=";
        }
    }

    public OutcomeLimit {
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("The limit of '%s' must be a finite number, not %s.".formatted(metric, bound));
        }
        bound += 0.0;
    }

    /// How far beyond the bound a value is, as a share of the bound, or as it is where the bound is 0; negative if it keeps the limit.
    /// Shares make limits of different units comparable.
    public double excess(double value) {
        double unit = bound == 0 ? 1 : Math.abs(bound);
        double beyond = value / unit - bound / unit;
        return Math.clamp(side == Side.AT_MOST ? beyond : 0.0 - beyond, -MOST, MOST);
    }

    /// The excesses that metrics mean, in the order of the limits; empty unless every limited metric has a value.
    ///
    /// @param metrics the value of a metric by its name
    public static Optional<List<Double>> excesses(List<OutcomeLimit> limits, Function<String, OptionalDouble> metrics) {
        var excesses = new ArrayList<Double>(limits.size());
        for (var limit : limits) {
            var value = metrics.apply(limit.metric());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            excesses.add(limit.excess(value.getAsDouble()));
        }
        return Optional.of(List.copyOf(excesses));
    }

    /// By how much all limits together are broken: the sum of the excesses above 0; 0 if every limit is kept.
    public static double violation(List<Double> excesses) {
        double sum = 0;
        for (double excess : excesses) {
            sum += Math.max(0, excess);
        }
        return Math.min(sum, MOST);
    }

    /// `latency <= 20`.
    @Override
    public String toString() {
        boolean whole = bound == Math.rint(bound) && Math.abs(bound) < MOST_WHOLE;
        return "%s %s %s".formatted(metric, side.sign(), whole ? Long.toString((long) bound) : Numbers.text(bound));
    }
}
