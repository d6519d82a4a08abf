package dev.sextant.strategy.forest;

import dev.sextant.strategy.forest.Tree.Question;
import java.util.random.RandomGenerator;

/// Grows one tree from the top: each node asks the best of a few random questions about its rows.
///
/// A line is cut at a random place between the smallest and the largest number in the node; a nominal is cut at a random
/// place in the order of its indices' means; and where a parameter is active in some rows of the node only, the question
/// is whether it is. The best question leaves the smallest sum of squared distances from the two means. O(n · axes ·
/// depth). Not thread-safe.
///
/// Sources: P. Geurts, D. Ernst and L. Wehenkel, Extremely randomized trees, Machine Learning 63 (2006), section 2; for
/// the order of a nominal's values: L. Breiman et al., Classification and Regression Trees, 1984, section 9.4.
/// Differs: inactive numbers, which those do not know.
final class Growth {
    private final Sample sample;
    private final Rules rules;
    private final RandomGenerator random;
    private final int[] members;
    private final Tree tree = new Tree();
    private final LevelSums sums = new LevelSums();
    private Split best = Split.NONE;
    private double bestScore;
    private double sum;

    private Growth(Sample sample, int[] members, Rules rules, RandomGenerator random) {
        this.sample = sample;
        this.members = members;
        this.rules = rules;
        this.random = random;
    }

    /// A grown tree.
    ///
    /// @param members which rows of the sample to grow from; a row may stand in it several times, and the order changes
    static Tree of(Sample sample, int[] members, Rules rules, RandomGenerator random) {
        var growth = new Growth(sample, members, rules, random);
        growth.grow(0, 0, members.length, 0);
        return growth.tree;
    }

    private void grow(int node, int from, int to, int depth) {
        Split split = to - from < rules.smallest() || depth >= rules.deepest() ? Split.NONE : choose(from, to);
        if (split.question() == Question.LEAF) {
            tree.seal(node);
            return;
        }
        int middle = part(split, from, to);
        int left = tree.split(node, split);
        grow(left, from, middle, depth + 1);
        grow(left + 1, middle, to, depth + 1);
    }

    private int part(Split split, int from, int to) {
        double[] column = sample.columns()[split.axis()];
        int middle = from;
        for (int i = from; i < to; i++) {
            int member = members[i];
            if (split.isLeft(column[member])) {
                members[i] = members[middle];
                members[middle++] = member;
            }
        }
        return middle;
    }

    private Split choose(int from, int to) {
        best = Split.NONE;
        bestScore = Double.NEGATIVE_INFINITY;
        if (!isFlat(from, to)) {
            look(rules.share(), from, to);
            if (best.question() == Question.LEAF && rules.share() < 1) {
                look(1, from, to);
            }
        }
        return best;
    }

    private void look(double share, int from, int to) {
        for (int axis = 0; axis < sample.levels().length; axis++) {
            if (share >= 1 || random.nextDouble() < share) {
                look(axis, from, to);
            }
        }
    }

    private boolean isFlat(int from, int to) {
        double[] values = sample.values();
        double first = values[members[from]];
        boolean flat = true;
        sum = 0;
        for (int i = from; i < to; i++) {
            double value = values[members[i]];
            flat &= value == first;
            sum += value;
        }
        return flat;
    }

    private void look(int axis, int from, int to) {
        double[] column = sample.columns()[axis];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int active = 0;
        for (int i = from; i < to; i++) {
            double number = column[members[i]];
            if (!Double.isNaN(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
                active++;
            }
        }
        boolean always = active == to - from;
        if (active == 0 || (always && low == high)) {
            return;
        }
        if (!always) {
            consider(Split.inactive(axis), from, to);
        } else if (sample.levels()[axis] > 0) {
            cutNominal(axis, from, to);
        } else {
            for (int i = 0; i < rules.cuts(); i++) {
                cutLine(axis, Math.min(low + random.nextDouble() * (high - low), Math.nextDown(high)), from, to);
            }
        }
    }

    private void cutNominal(int axis, int from, int to) {
        double[] column = sample.columns()[axis];
        if (sample.levels()[axis] > LevelSums.MOST) {
            consider(Split.equal(axis, column[members[from + random.nextInt(to - from)]]), from, to);
            return;
        }
        sums.clear(sample.levels()[axis]);
        for (int i = from; i < to; i++) {
            sums.add((int) column[members[i]], sample.values()[members[i]]);
        }
        int present = sums.sort();
        consider(Split.among(axis, sums.first(1 + random.nextInt(present - 1))), from, to);
    }

    /// Written without a branch: which way it goes is chance.
    private void cutLine(int axis, double cut, int from, int to) {
        double[] column = sample.columns()[axis];
        double[] values = sample.values();
        double left = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int member = members[i];
            int isLeft = column[member] <= cut ? 1 : 0;
            left += isLeft * values[member];
            count += isLeft;
        }
        keepIfBetter(left, count, to - from, Split.below(axis, cut));
    }

    private void consider(Split split, int from, int to) {
        double[] column = sample.columns()[split.axis()];
        double left = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (split.isLeft(column[members[i]])) {
                left += sample.values()[members[i]];
                count++;
            }
        }
        keepIfBetter(left, count, to - from, split);
    }

    private void keepIfBetter(double left, int count, int all, Split split) {
        double right = sum - left;
        double score = left * left / count + right * right / (all - count);
        if (score > bestScore) {
            bestScore = score;
            best = split;
        }
    }
}
