package dev.sextant.strategy.tpe;

import dev.sextant.strategy.numeric.Normal;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The widths of a mixture's kernels along its lines, kept up to date as members come and go.
///
/// A kernel reaches to the farther of its two neighbours on the line (the outermost to their only one, a single one to
/// the farther end), but is at least 1 / min(100, n + 1) wide for n members, and at least 0.4 of the cell of a discrete
/// value, which makes the density at a cell's middle times its width stand for the cell's mass. Not thread-safe.
final class Bandwidths {
    private static final int MOST_SINGLE_CHANGES = 16;
    private static final double CELL_SHARE = 0.4;
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double LOG_PRIOR_MASS = Normal.logMass(-0.5, 0.5);

    private final Group group;
    private final SortedLine[] sorted;
    private int[] changes = new int[MOST_SINGLE_CHANGES];
    private int changed;
    private double narrowest;

    Bandwidths(Group group) {
        this.group = group;
        this.sorted = new SortedLine[group.lines()];
        Arrays.setAll(sorted, _ -> new SortedLine());
    }

    /// The rows of a mixture: `[position · stride + 2 · line]` is where a member stands on a line, the number behind it
    /// 1 / (σ√2); `logHeights` is the logarithm of a kernel's density at its own middle.
    @SuppressWarnings("ArrayRecordComponent") // a view that is passed down, never compared
    record Rows(double[] numbers, int stride, double[] logHeights, boolean[] members, int begin, int end, int size) {
        double at(int position, int line) {
            return numbers[position * stride + 2 * line];
        }
    }

    void added(int position) {
        note(position);
    }

    void removed(int position) {
        note(position);
    }

    private void note(int position) {
        if (changed < MOST_SINGLE_CHANGES) {
            changes[changed] = position;
        }
        changed++;
    }

    /// Brings widths and heights up to date with what was added and removed since the last time.
    void settle(Rows rows) {
        double before = narrowest;
        narrowest = 1.0 / Math.min(100, rows.size() + 1);
        if (changed > MOST_SINGLE_CHANGES) {
            sortAll(rows);
            widenAll(rows);
        } else {
            for (int i = 0; i < changed; i++) {
                move(changes[i], rows);
            }
            if (narrowest != before) {
                widenAll(rows);
            }
        }
        changed = 0;
    }

    private void sortAll(Rows rows) {
        for (int line = 0; line < sorted.length; line++) {
            sorted[line].clear(rows.size());
            for (int position = rows.begin(); position < rows.end(); position++) {
                if (rows.members()[position]) {
                    sorted[line].append(rows.at(position, line), position);
                }
            }
            sorted[line].sort();
        }
    }

    private void widenAll(Rows rows) {
        for (int line = 0; line < sorted.length; line++) {
            for (int i = 0; i < sorted[line].size(); i++) {
                widen(line, i, rows);
            }
        }
        for (int position = rows.begin(); position < rows.end(); position++) {
            if (rows.members()[position]) {
                rows.logHeights()[position] = logHeight(position, rows);
            }
        }
    }

    /// Follows one change of membership: only the position and its two neighbours on each line get new widths.
    private void move(int position, Rows rows) {
        for (int line = 0; line < sorted.length; line++) {
            boolean member = rows.members()[position];
            int index = sorted[line].put(rows.at(position, line), position, member);
            for (int i = Math.max(0, index - 1); i <= Math.min(index + 1, sorted[line].size() - 1); i++) {
                widen(line, i, rows);
                rows.logHeights()[sorted[line].position(i)] = Double.NaN;
            }
        }
        refreshHeights(position, rows);
    }

    private void refreshHeights(int position, Rows rows) {
        rows.logHeights()[position] = logHeight(position, rows);
        for (int line = 0; line < sorted.length; line++) {
            int index = sorted[line].indexOf(rows.at(position, line), position);
            for (int i = Math.max(0, index - 1); i <= Math.min(index + 1, sorted[line].size() - 1); i++) {
                int neighbour = sorted[line].position(i);
                if (Double.isNaN(rows.logHeights()[neighbour])) {
                    rows.logHeights()[neighbour] = logHeight(neighbour, rows);
                }
            }
        }
    }

    private void widen(int line, int index, Rows rows) {
        int position = sorted[line].position(index);
        double x = rows.at(position, line);
        double reach = sorted[line].reach(index, p -> rows.at(p, line));
        double sigma = Math.clamp(reach, Math.max(narrowest, CELL_SHARE * group.cell(line, x)), 1);
        rows.numbers()[position * rows.stride() + 2 * line + 1] = SQRT_HALF / sigma;
    }

    private double logHeight(int position, Rows rows) {
        double log = 0;
        for (int line = 0; line < sorted.length; line++) {
            double inverse = rows.numbers()[position * rows.stride() + 2 * line + 1] / SQRT_HALF;
            log += Math.log(inverse) - Normal.LOG_SQRT_TWO_PI - logMassInside(rows.at(position, line), inverse);
        }
        return log;
    }

    private static double logMassInside(double x, double inverse) {
        return Normal.logMass(-x * inverse, (1 - x) * inverse);
    }

    /// A draw of the kernel at `x`, inside `[0, 1]`.
    ///
    /// @param number 1 / (σ√2), as in [Rows]
    double draw(double x, double number, RandomGenerator random) {
        double inverse = number / SQRT_HALF;
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
