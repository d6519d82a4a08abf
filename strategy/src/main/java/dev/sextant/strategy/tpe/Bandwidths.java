package dev.sextant.strategy.tpe;

import dev.sextant.strategy.numeric.Normal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/// The widths of a mixture's kernels along its lines, kept up to date as members come and go.
///
/// A kernel reaches to the farther of its two neighbours on the line (the outermost to their only one, a single one to
/// the farther end), but is at least 1 / min(100, n + 2) wide for n members, and at least 0.4 of the cell of a discrete
/// value, which makes the density at a cell's middle times its width stand for the cell's mass. Not thread-safe.
final class Bandwidths {
    private static final int MOST_SINGLE_CHANGES = 16;
    private static final double CELL_SHARE = 0.4;
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double LOG_PRIOR_MASS = Normal.logMass(-0.5, 0.5);

    private final Group group;
    private final SortedLine[] sorted;
    private final int[] changes = new int[MOST_SINGLE_CHANGES];
    private final BitSet touched = new BitSet();
    private int noted;
    private double narrowest;

    Bandwidths(Group group) {
        this.group = group;
        this.sorted = new SortedLine[group.lines()];
        Arrays.setAll(sorted, _ -> new SortedLine());
    }

    /// Notes that a position was added or removed.
    void changed(int position) {
        if (noted < MOST_SINGLE_CHANGES) {
            changes[noted] = position;
        }
        noted++;
    }

    /// Brings widths and heights up to date with what was added and removed since the last time.
    void settle(Columns columns) {
        double before = narrowest;
        narrowest = 1.0 / Math.min(100, columns.size() + 2);
        if (noted > MOST_SINGLE_CHANGES) {
            sortAll(columns);
            widenAll(columns);
        } else {
            for (int i = 0; i < noted; i++) {
                move(changes[i], columns);
            }
            refreshTouched(columns);
            if (narrowest != before) {
                widenAll(columns);
            }
        }
        noted = 0;
    }

    private void sortAll(Columns columns) {
        for (int line = 0; line < sorted.length; line++) {
            sorted[line].clear(columns.size());
            for (int position = columns.begin(); position < columns.end(); position++) {
                if (columns.has(position)) {
                    sorted[line].append(columns.number(line, position), position);
                }
            }
            sorted[line].sort();
        }
    }

    private void widenAll(Columns columns) {
        for (int line = 0; line < sorted.length; line++) {
            for (int i = 0; i < sorted[line].size(); i++) {
                widen(line, i, columns);
            }
        }
        for (int position = columns.begin(); position < columns.end(); position++) {
            if (columns.has(position)) {
                columns.settle(position);
            }
        }
    }

    /// Follows one change of membership: only the position and its two neighbours on each line get new widths.
    private void move(int position, Columns columns) {
        boolean member = columns.has(position);
        for (int line = 0; line < sorted.length; line++) {
            int index = sorted[line].put(columns.number(line, position), position, member);
            for (int i = Math.max(0, index - 1); i <= Math.min(index + 1, sorted[line].size() - 1); i++) {
                widen(line, i, columns);
                touched.set(sorted[line].position(i));
            }
        }
    }

    private void refreshTouched(Columns columns) {
        for (int position = touched.nextSetBit(0); position >= 0; position = touched.nextSetBit(position + 1)) {
            if (columns.has(position)) {
                columns.settle(position);
            }
        }
        touched.clear();
    }

    private void widen(int line, int index, Columns columns) {
        int position = sorted[line].position(index);
        double x = columns.number(line, position);
        double reach = sorted[line].reach(index, p -> columns.number(line, p));
        double sigma = Math.clamp(reach, Math.max(narrowest, CELL_SHARE * group.cell(line, x)), 1);
        double steepness = SQRT_HALF / sigma;
        double inverse = steepness / SQRT_HALF;
        columns.shape(line, position, steepness, Math.log(inverse) - Normal.LOG_SQRT_TWO_PI - Normal.logMass(-x * inverse, (1 - x) * inverse));
    }

    /// A draw of the kernel at `x`, inside `[0, 1]`.
    ///
    /// @param steepness 1 / (σ√2)
    static double draw(double x, double steepness, RandomGenerator random) {
        double inverse = steepness / SQRT_HALF;
        double z = Normal.truncatedQuantile(-x * inverse, (1 - x) * inverse, random.nextDouble());
        return Math.clamp(x + z / inverse, 0.0, 1.0);
    }

    /// A draw along one line of the prior kernel: middle ½, width 1.
    static double drawPrior(RandomGenerator random) {
        return Math.clamp(0.5 + Normal.truncatedQuantile(-0.5, 0.5, random.nextDouble()), 0.0, 1.0);
    }

    /// The logarithm of the prior kernel at a row.
    static double logPrior(Group group, double[] row) {
        double log = 0;
        for (int line = 0; line < group.lines(); line++) {
            log += Normal.logDensity(row[line] - 0.5) - LOG_PRIOR_MASS;
        }
        for (int i = 0; i < group.nominals(); i++) {
            log -= Math.log(group.choices(i));
        }
        return log;
    }
}
