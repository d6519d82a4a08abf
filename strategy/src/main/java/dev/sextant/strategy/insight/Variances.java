package dev.sextant.strategy.insight;

import dev.sextant.strategy.forest.Axes;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Splits the variance of a function that is known at uniform draws of a space.
///
/// The draws are sorted into cells by the parameters in question; the variance of the cells' means is what these explain,
/// after what the scatter inside the cells adds to it has been taken off (the estimator of the one-way analysis of
/// variance). Parameters that are inactive in some draws are looked at in the others, by whose share the result counts.
/// Immutable.
///
/// Source: S. R. Searle, G. Casella and C. E. McCulloch, Variance Components, 1992, section 3.6.
final class Variances {
    private static final int CELLS_ALONE = 32;
    private static final int CELLS_IN_PAIRS = 16;

    private final Axes axes;
    private final double[][] points;
    private final double[] values;
    private final double total;

    Variances(Axes axes, double[][] points, double[] values) {
        this.axes = axes;
        this.points = points;
        this.values = values;
        double mean = Arrays.stream(values).average().orElse(0);
        this.total = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }

    /// The share of the variance that one axis explains, or two beyond what each explains alone.
    double share(int... which) {
        int[] active = IntStream.range(0, points.length).filter(point -> isActive(point, which)).toArray();
        if (active.length < 2 || !(total > 0)) {
            return 0;
        }
        double explained = which.length == 1
                ? between(active, CELLS_ALONE, which)
                : between(active, CELLS_IN_PAIRS, which) - between(active, CELLS_IN_PAIRS, which[0])
                        - between(active, CELLS_IN_PAIRS, which[1]);
        return Math.clamp(explained * active.length / points.length / total, 0.0, 1.0);
    }

    private boolean isActive(int point, int... which) {
        return Arrays.stream(which).noneMatch(axis -> Double.isNaN(points[point][axis]));
    }

    private double between(int[] active, int most, int... which) {
        int cells = Arrays.stream(which).map(axis -> axes.cells(axis, most)).reduce(1, (a, b) -> a * b);
        double[] counts = new double[cells];
        double[] sums = new double[cells];
        double square = 0;
        double sum = 0;
        for (int point : active) {
            int cell = cell(points[point], most, which);
            counts[cell]++;
            sums[cell] += values[point];
            sum += values[point];
            square += values[point] * values[point];
        }
        return component(counts, sums, new double[] {active.length, sum, square});
    }

    /// @param all count, sum and sum of squares
    private static double component(double[] counts, double[] sums, double[] all) {
        double explained = 0;
        int filled = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                explained += sums[cell] * sums[cell] / counts[cell];
                filled++;
            }
        }
        double between = explained - all[1] * all[1] / all[0];
        double inside = (all[2] - explained) / Math.max(1, all[0] - filled);
        return Math.max(0, (between - (filled - 1) * inside) / all[0]);
    }

    private int cell(double[] point, int most, int... which) {
        int cell = 0;
        for (int axis : which) {
            cell = cell * axes.cells(axis, most) + axes.cell(axis, point[axis], most);
        }
        return cell;
    }
}
