package dev.sextant.strategy.forest;

import dev.sextant.strategy.numeric.Normal;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// Turns outcomes that have losses into the numbers that a forest learns: mean 0, variance 1, the less the better.
///
/// What is worse than the median is pulled in: it becomes the median plus the scale of the better half times a normal
/// quantile of its rank, so that a few huge losses do not hide the differences between good ones. A trial that was
/// stopped early counts as no better than the median of the complete ones; what breaks a limit as worse than the worst that breaks
/// none. Several objectives
/// are weighed into one by the augmented Chebyshev function. O(n · log n) an objective.
///
/// Sources: X. Song et al., The Vizier Gaussian process bandit algorithm, arXiv 2408.11527, appendix B (the half-rank
/// warping); J. Knowles, ParEGO, IEEE Trans. Evol. Comp. 10(1), 2006, equation 2.
final class Targets {
    private static final double SUM_SHARE = 0.05;

    private Targets() {}

    /// One number an outcome.
    ///
    /// @param weights one an objective, not negative; they sum to 1
    static double[] of(List<Outcome> outcomes, double[] weights) {
        if (weights.length == 1) {
            return standardised(warped(outcomes, 0));
        }
        double[] weighed = new double[outcomes.size()];
        double[][] each = new double[weights.length][];
        Arrays.setAll(each, objective -> toUnit(warped(outcomes, objective)));
        for (int i = 0; i < weighed.length; i++) {
            for (int objective = 0; objective < weights.length; objective++) {
                double part = weights[objective] * each[objective][i];
                weighed[i] = Math.max(weighed[i], part);
            }
            for (int objective = 0; objective < weights.length; objective++) {
                weighed[i] += SUM_SHARE * weights[objective] * each[objective][i];
            }
        }
        return standardised(weighed);
    }

    private static double[] warped(List<Outcome> outcomes, int objective) {
        return halfRank(losses(feasibleFirst(outcomes, objective), objective));
    }

    /// The outcomes with the losses of those that break a limit replaced: beyond the worst of the others by up to twice their range, or, where
    /// there are no others, by the violation itself.
    private static List<Outcome> feasibleFirst(List<Outcome> outcomes, int objective) {
        if (outcomes.stream().noneMatch(o -> o.violation() > 0)) {
            return outcomes;
        }
        DoubleSummaryStatistics others = outcomes.stream().filter(o -> o.complete() && o.violation() == 0)
                .mapToDouble(o -> o.losses().get(objective)).summaryStatistics();
        double range = others.getCount() == 0 ? 0 : Math.max(others.getMax() / 2 - others.getMin() / 2, Double.MIN_NORMAL);
        return outcomes.stream().map(o -> o.violation() == 0 ? o : new Outcome(o.row(), true,
                Collections.nCopies(o.losses().size(), beyond(others, range, o.violation())), o.violation())).toList();
    }

    private static double beyond(DoubleSummaryStatistics others, double range, double violation) {
        return range == 0 ? violation : Math.min(Double.MAX_VALUE, others.getMax() + 2 * range * (1 + violation / (1 + violation)));
    }

    private static double[] losses(List<Outcome> outcomes, int objective) {
        double[] complete = outcomes.stream().filter(Outcome::complete).mapToDouble(o -> o.losses().get(objective)).sorted().toArray();
        double middle = complete.length == 0 ? -Double.MAX_VALUE : complete[complete.length / 2];
        return outcomes.stream().mapToDouble(o -> o.complete() ? o.losses().get(objective) : Math.max(o.losses().get(objective), middle)).toArray();
    }

    /// Values with those above the median replaced; the median becomes 0, and the best −1.
    static double[] halfRank(double[] values) {
        if (values.length == 0) {
            return values;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double middle = sorted[(sorted.length - 1) / 2];
        double reach = middle / 2 - sorted[0] / 2;      // halved, because the whole may be infinite
        double scale = reach > 0 ? scale(sorted, middle, reach) : 1;
        return Arrays.stream(values).map(v -> v > middle ? scale * quantile(sorted, v) : below(v, middle, reach)).toArray();
    }

    private static double below(double value, double middle, double reach) {
        return value < middle ? (value / 2 - middle / 2) / reach : 0;
    }

    private static double scale(double[] sorted, double middle, double reach) {
        double[] better = Arrays.stream(sorted).filter(v -> v < middle).map(v -> below(v, middle, reach)).toArray();
        return Math.sqrt(Arrays.stream(better).map(v -> v * v).average().orElse(1));
    }

    /// The normal quantile of a value's rank, the middle one where several are equal.
    private static double quantile(double[] sorted, double value) {
        int below = first(sorted, value);
        int upTo = first(sorted, Math.nextUp(value));
        return Normal.quantile((0.5 * (below + upTo)) / sorted.length);
    }

    private static int first(double[] sorted, double atLeast) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < atLeast) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] toUnit(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - low;
        return Arrays.stream(values).map(v -> range > 0 ? (v - low) / range : 0).toArray();
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        return Arrays.stream(values).map(v -> deviation > 0 ? (v - mean) / deviation : 0).toArray();
    }
}
