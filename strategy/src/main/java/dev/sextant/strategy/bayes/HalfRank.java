package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.Normal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Turns losses into numbers that a Gaussian process can explain: the good half keeps its distances, the bad half only
/// its order.
///
/// A loss above the median becomes median + s·Φ⁻¹(share of losses below it), where s is the root mean square distance of
/// the good half from the median. Then all are shifted and scaled to mean 0 and variance 1. Results without a loss come
/// last. Equal losses stay equal. O(n·log n).
///
/// Source: Song et al., The Vizier Gaussian process bandit algorithm, arXiv 2408.11527, section 3.2 (half-rank warping).
/// Differs: the share is (rank − ½)/n among all; no warp of the good half follows.
final class HalfRank {
    private HalfRank() {}

    /// Numbers for results, in the order of the results.
    ///
    /// @param ranks where they stand
    /// @return `[ranks.length]` finite numbers, less is better; all 0 if nothing tells the results apart
    static double[] warp(Rank[] ranks) {
        return scaled(ranks).values();
    }

    /// The numbers, and how losses of the good half became them: loss = shift + unit · number.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Scaled(double[] values, double shift, double unit) {}

    /// [#warp] with the way back.
    static Scaled scaled(Rank[] ranks) {
        Rank[] sorted = ranks.clone();
        Arrays.sort(sorted, ORDER);
        double unit = unit(sorted);
        double[] levels = levels(sorted, unit);
        double[] warped = new double[ranks.length];
        for (int i = 0; i < warped.length; i++) {
            warped[i] = levels[Arrays.binarySearch(sorted, ranks[i], ORDER)];
        }
        Standard standard = Standard.of(warped);
        return new Scaled(standard.apply(warped), standard.mean() * unit, standard.deviation() * unit);
    }

    /// The better result first.
    static final Comparator<Rank> ORDER = Comparator.comparingDouble(Rank::tier).thenComparingDouble(Rank::loss);

    /// What losses are divided by, so that no difference overflows.
    private static double unit(Rank[] sorted) {
        double largest = Arrays.stream(sorted).mapToDouble(rank -> Math.abs(rank.loss())).max().orElse(1);
        return largest > 0 ? Math.max(largest, Double.MIN_NORMAL) : 1;
    }

    /// The level of each sorted result; equal ones share theirs.
    private static double[] levels(Rank[] sorted, double unit) {
        int n = sorted.length;
        double median = sorted[(n - 1) / 2].loss() / unit;
        double squares = IntStream.range(0, (n + 1) / 2)
                .mapToDouble(i -> sorted[i].loss() / unit - median).map(d -> d * d).average().orElse(0);
        double spread = squares > 0 ? Math.sqrt(squares) : 1;
        double[] levels = new double[n];
        for (int from = 0; from < n;) {
            int to = from;
            while (to < n && ORDER.compare(sorted[from], sorted[to]) == 0) {
                to++;
            }
            boolean keeps = ORDER.compare(sorted[from], sorted[(n - 1) / 2]) <= 0 && sorted[from].tier() == 0;
            double share = 0.5 * (from + to) / n;
            Arrays.fill(levels, from, to, keeps ? sorted[from].loss() / unit : median + spread * Normal.quantile(Math.max(0.5, share)));
            from = to;
        }
        return levels;
    }
}
