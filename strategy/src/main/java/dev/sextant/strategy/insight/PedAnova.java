package dev.sextant.strategy.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Importance as the distance, by Pearson's χ², between how a parameter is spread over the best trials and over all.
///
/// A conditional parameter is looked at where it is active: its distance there counts by α²/β, where α and β are the
/// shares of the best and of all trials in which it is active. Shares are of the sum over all parameters; their
/// intervals come from [#RESAMPLES] bootstrap samples of the trials (fewer of thousands of trials). O(resamples · n · parameters).
///
/// Sources: S. Watanabe, A. Bansal and F. Hutter, PED-ANOVA, IJCAI 2023, section 4; for conditional parameters
/// Conditional PED-ANOVA, arXiv 2601.20800, theorem 4.2. Differs: intervals; see [Density] for the kernels.
final class PedAnova {
    private static final int RESAMPLES = 100;
    private static final int CELLS = 50;
    private static final int FEWEST_RESAMPLES = 20;
    private static final int MOST_DRAWN = 200_000;

    private final Table table;
    private final double top;
    private final int[] levels;

    PedAnova(Table table, double top) {
        this.table = table;
        this.top = top;
        this.levels = table.axes().levels();
    }

    List<Weight> weights(RandomGenerator random) {
        double[] shares = shares(IntStream.range(0, table.size()).toArray());
        var spread = new Spread(levels.length);
        int resamples = Math.clamp(MOST_DRAWN / Math.max(1, table.size()), FEWEST_RESAMPLES, RESAMPLES);
        for (int i = 0; i < resamples; i++) {
            spread.add(shares(random.ints(table.size(), 0, table.size()).toArray()));
        }
        List<Weight> weights = new ArrayList<>();
        for (int axis = 0; axis < levels.length; axis++) {
            weights.add(Weight.of(List.of(table.name(axis)), shares[axis], spread.deviation(axis), table.active(axis)));
        }
        return weights;
    }

    private double[] shares(int[] members) {
        double cutoff = cutoff(members);
        int[] best = Arrays.stream(members).filter(member -> table.losses()[member] <= cutoff).toArray();
        double[] distances = IntStream.range(0, levels.length).mapToDouble(axis -> distance(axis, best, members)).toArray();
        double sum = Arrays.stream(distances).sum();
        return Arrays.stream(distances).map(distance -> sum > 0 ? distance / sum : 0).toArray();
    }

    private double cutoff(int[] members) {
        double[] sorted = Arrays.stream(members).mapToDouble(member -> table.losses()[member]).sorted().toArray();
        return sorted[(int) Math.ceil(top * sorted.length) - 1];
    }

    private double distance(int axis, int[] best, int[] all) {
        double[] numbers = active(axis, all);
        double[] good = active(axis, best);
        if (numbers.length < 2 || good.length == 0) {
            return 0;
        }
        double[] of = density(axis, good);
        double[] from = density(axis, numbers);
        double distance = 0;
        for (int cell = 0; cell < of.length; cell++) {
            distance += from[cell] * Math.pow(of[cell] / from[cell] - 1, 2);
        }
        double alpha = (double) good.length / best.length;
        double beta = (double) numbers.length / all.length;
        return alpha * alpha / beta * distance;
    }

    private double[] active(int axis, int[] members) {
        return Arrays.stream(members).mapToDouble(member -> table.rows()[member][axis]).filter(n -> !Double.isNaN(n)).toArray();
    }

    private double[] density(int axis, double[] numbers) {
        return levels[axis] > 0 ? Density.ofIndices(numbers, levels[axis]) : Density.ofPositions(numbers, table.axes().cells(axis, CELLS));
    }
}
