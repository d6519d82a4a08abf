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

    private static final double NEGLIGIBLE = 25;
    private static final double NOMINAL_PRIOR = 4;

    private final Group group;
    private final int lines;
    private final Columns columns;
    private final Bandwidths bandwidths;
    private final double[] gaps;
    private double[] weights = new double[0];
    private Survivors survivors = new Survivors(0);
    private double weightSum;
    private double logMatches;
    private boolean settled;

    Mixture(Group group) {
        this.group = group;
        this.lines = group.lines();
        this.columns = new Columns(group);
        this.bandwidths = new Bandwidths(group);
        this.gaps = new double[group.nominals()];
    }

    int size() {
        return columns.size();
    }

    boolean has(int position) {
        return columns.has(position);
    }

    /// Makes the row at a position a member; it must not be one.
    void add(int position, double[] row) {
        columns.add(position, row);
        bandwidths.changed(position);
        settled = false;
    }

    /// Ends the membership of the row at a position.
    void remove(int position) {
        columns.remove(position);
        bandwidths.changed(position);
        settled = false;
    }

    /// The position of the oldest member.
    int oldest() {
        return columns.begin();
    }

    private void settle() {
        if (settled) {
            return;
        }
        bandwidths.settle(columns);
        weigh();
        double share = share();
        logMatches = 0;
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.log((share + 1) / share);
            logMatches += Math.log((share + 1) / (group.choices(i) * share + 1));
        }
        survivors = survivors.withRoom(columns.end() - columns.begin());
        settled = true;
    }

    /// What every choice of a nominal has in advance of a member's own choice, which has 1 more.
    private double share() {
        return NOMINAL_PRIOR / (size() + 1);
    }

    /// Weight 1 for the newest members, falling evenly to 1/n for the oldest.
    private void weigh() {
        if (weights.length < columns.end()) {
            weights = new double[columns.end() + columns.end() / 2];
        }
        int old = Math.max(0, size() - FRESH);
        int rank = 0;
        weightSum = 1;
        for (int position = columns.begin(); position < columns.end(); position++) {
            if (columns.has(position)) {
                weights[position] = rank >= old ? 1 : ramp(rank, old);
                weightSum += weights[position];
                rank++;
            }
        }
    }

    private double ramp(int rank, int old) {
        double first = 1.0 / size();
        return old == 1 ? first : first + (1 - first) * rank / (old - 1);
    }

    /// What the logarithm of the density at a row is at least, but for rounding: what the prior kernel alone gives. O(axes).
    double leastLogDensity(double[] row) {
        settle();
        return Bandwidths.logPrior(group, row) - Math.log(weightSum);
    }

    /// The logarithm of the density at a row.
    double logDensity(double[] row) {
        settle();
        double prior = Bandwidths.logPrior(group, row);
        int count = survivors.of(columns, row, prior - NEGLIGIBLE - logMatches);
        survivors.compareNominals(columns, row, gaps);
        double largest = Math.max(prior, survivors.largest() + logMatches);
        double sum = Math.exp(prior - largest);
        for (int i = 0; i < count; i++) {
            sum += weights[survivors.position(i)] * Math.exp(survivors.log(i) + logMatches - largest);
        }
        return largest + Math.log(sum / weightSum);
    }

    /// A draw: a member or the prior by weight, then each axis from its kernel; where the user believes something, with
    /// the probability `belief` from that instead of the prior kernel. Positions are not snapped to cells.
    double[] draw(double belief, RandomGenerator random) {
        settle();
        int chosen = choose(random);
        double[] row = new double[group.width()];
        for (int line = 0; line < lines; line++) {
            row[line] = chosen < 0
                    ? prior(line, belief, random)
                    : Bandwidths.draw(columns.number(line, chosen), columns.steepness(line, chosen), random);
        }
        for (int i = 0; i < gaps.length; i++) {
            row[lines + i] = nominal(i, chosen, belief, random);
        }
        return row;
    }

    private double prior(int line, double belief, RandomGenerator random) {
        return group.isBelieved(line) && random.nextDouble() < belief ? group.believed(line, random) : Bandwidths.drawPrior(random);
    }

    private int choose(RandomGenerator random) {
        double rest = random.nextDouble() * weightSum - 1;
        int last = -1;
        for (int position = columns.begin(); rest >= 0 && position < columns.end(); position++) {
            if (columns.has(position)) {
                rest -= weights[position];
                last = position;
            }
        }
        return last;
    }

    private int nominal(int nominal, int chosen, double belief, RandomGenerator random) {
        if (chosen < 0 && group.isBelieved(lines + nominal) && random.nextDouble() < belief) {
            return (int) group.believed(lines + nominal, random);
        }
        double[] preference = new double[group.choices(nominal)];
        Arrays.fill(preference, share());
        if (chosen >= 0) {
            preference[(int) columns.number(lines + nominal, chosen)] += 1;
        }
        return Draw.index(preference, random);
    }
}
