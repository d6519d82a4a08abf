package dev.sextant.strategy.tpe;

import dev.sextant.strategy.numeric.Draw;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A density over the rows of a group: a weighted sum of one kernel around each member and a broad prior kernel.
///
/// Along a line a kernel is a normal distribution cut to `[0, 1]`, along a nominal it prefers the member's choice;
/// over several axes it is the product. Members have positions: those of later trials are larger and, beyond the
/// newest [#FRESH], weigh more. Not thread-safe.
///
/// Cost: [#add] and [#remove] O(1), settled at the next question in O(lines · n) for a few changes, O(lines · n log n)
/// for many; a density O(n · axes) at worst, far less where most members are far away on the first axes.
final class Mixture {
    /// Members that weigh the same as the newest one.
    static final int FRESH = 25;

    private static final double NEGLIGIBLE = 40;

    private final Group group;
    private final int lines;
    private final int stride;
    private final Bandwidths bandwidths;
    private final double[] gaps;
    private double[] rows = new double[0];
    private double[] logHeights = new double[0];
    private double[] weights = new double[0];
    private boolean[] members = new boolean[0];
    private double[] terms = new double[0];
    private double[] termWeights = new double[0];
    private int begin;
    private int end;
    private int size;
    private double weightSum;
    private double logMatches;
    private boolean settled;

    Mixture(Group group) {
        this.group = group;
        this.lines = group.lines();
        this.stride = 2 * lines + group.nominals();
        this.bandwidths = new Bandwidths(group);
        this.gaps = new double[group.nominals()];
    }

    int size() {
        return size;
    }

    boolean has(int position) {
        return position < end && members[position];
    }

    /// Makes the row at a position a member; it must not be one.
    void add(int position, double[] row) {
        reserve(position + 1);
        int at = position * stride;
        for (int line = 0; line < lines; line++) {
            rows[at + 2 * line] = row[line];
        }
        System.arraycopy(row, lines, rows, at + 2 * lines, group.nominals());
        members[position] = true;
        begin = size == 0 ? position : Math.min(begin, position);
        end = Math.max(end, position + 1);
        size++;
        bandwidths.added(position);
        settled = false;
    }

    /// Ends the membership of the row at a position.
    void remove(int position) {
        members[position] = false;
        size--;
        bandwidths.removed(position);
        settled = false;
    }

    /// The position of the oldest member.
    int oldest() {
        while (begin < end && !members[begin]) {
            begin++;
        }
        return begin;
    }

    private void reserve(int positions) {
        if (positions > members.length) {
            int room = Math.max(32, positions + positions / 2);
            rows = Arrays.copyOf(rows, room * stride);
            logHeights = Arrays.copyOf(logHeights, room);
            weights = Arrays.copyOf(weights, room);
            members = Arrays.copyOf(members, room);
        }
    }

    private void settle() {
        if (settled) {
            return;
        }
        oldest();
        bandwidths.settle(new Bandwidths.Rows(rows, stride, logHeights, members, begin, end, size));
        weigh();
        double share = 1.0 / (size + 1);
        logMatches = 0;
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.log((share + 1) / share);
            logMatches += Math.log((share + 1) / (group.choices(i) * share + 1));
        }
        if (terms.length <= size) {
            terms = new double[size + size / 2 + 8];
            termWeights = new double[terms.length];
        }
        settled = true;
    }

    /// Weight 1 for the newest members, falling evenly to 1/n for the oldest.
    private void weigh() {
        int old = Math.max(0, size - FRESH);
        int rank = 0;
        weightSum = 1;
        for (int position = begin; position < end; position++) {
            if (members[position]) {
                weights[position] = rank >= old ? 1 : ramp(rank, old);
                weightSum += weights[position];
                rank++;
            }
        }
    }

    private double ramp(int rank, int old) {
        double first = 1.0 / size;
        return old == 1 ? first : first + (1 - first) * rank / (old - 1);
    }

    /// The logarithm of the density at a row.
    double logDensity(double[] row) {
        settle();
        double largest = Bandwidths.logPrior(group, row);
        terms[0] = largest;
        termWeights[0] = 1;
        int count = 1;
        for (int position = begin; position < end; position++) {
            if (members[position]) {
                double term = logKernel(position, row, largest - NEGLIGIBLE);
                if (term >= largest - NEGLIGIBLE) {
                    terms[count] = term;
                    termWeights[count++] = weights[position];
                    largest = Math.max(largest, term);
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += termWeights[i] * Math.exp(terms[i] - largest);
        }
        return largest + Math.log(sum / weightSum);
    }

    /// The logarithm of one kernel, or anything below `floor` once it is known to be below.
    private double logKernel(int position, double[] row, double floor) {
        double log = logHeights[position] + logMatches;
        int at = position * stride;
        for (int line = 0; line < lines; line++, at += 2) {
            double z = (row[line] - rows[at]) * rows[at + 1];
            log -= z * z;
            if (log < floor) {
                return log;
            }
        }
        for (int i = 0; i < gaps.length; i++) {
            if (rows[at + i] != row[lines + i]) {
                log -= gaps[i];
            }
        }
        return log;
    }

    /// A draw: a member or the prior by weight, then each axis from its kernel. Positions are not snapped to cells.
    double[] draw(RandomGenerator random) {
        settle();
        int chosen = choose(random);
        double[] row = new double[group.width()];
        for (int line = 0; line < lines; line++) {
            row[line] = chosen < 0
                    ? Bandwidths.drawPrior(random)
                    : bandwidths.draw(rows[chosen * stride + 2 * line], rows[chosen * stride + 2 * line + 1], random);
        }
        for (int i = 0; i < gaps.length; i++) {
            row[lines + i] = nominal(i, chosen, random);
        }
        return row;
    }

    private int choose(RandomGenerator random) {
        double rest = random.nextDouble() * weightSum - 1;
        int last = -1;
        for (int position = begin; rest >= 0 && position < end; position++) {
            if (members[position]) {
                rest -= weights[position];
                last = position;
            }
        }
        return last;
    }

    private int nominal(int nominal, int chosen, RandomGenerator random) {
        double[] preference = new double[group.choices(nominal)];
        Arrays.fill(preference, 1.0 / (size + 1));
        if (chosen >= 0) {
            preference[(int) rows[chosen * stride + 2 * lines + nominal]] += 1;
        }
        return Draw.index(preference, random);
    }
}
