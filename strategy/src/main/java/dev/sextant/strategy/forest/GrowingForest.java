package dev.sextant.strategy.forest;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Draw;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A forest that follows a history. Up to fifty results all trees are grown anew after every result; later some are, in
/// turn, and the others sort new results into the leaves they have. What each leaf holds is always up to date.
///
/// Which trees are grown after which result depends on the history alone, however often it is asked. Not thread-safe.
/// Cost a result with n before it: growing O(n · axes · depth) for two trees in fifty at n = 1,000, for one from 2,000 on.
final class GrowingForest {
    private static final int ROWS_A_RESULT = 2_500;
    private static final int GOOD = 10;

    private final History history;
    private final int[] levels;
    private final long seed;
    private final int objectives;
    private final Lesson lesson;
    private final Tree[] trees;
    private final int[] grownAfter;
    private final int[][] leaves;
    private final int[] sorted;
    private Sample sample;
    private int sampleAfter = -1;

    GrowingForest(History history, int[] levels, Lesson lesson, Settings settings) {
        this.history = history;
        this.levels = levels;
        this.lesson = lesson;
        this.seed = settings.seed();
        this.objectives = settings.objectives();
        this.trees = new Tree[settings.trees()];
        this.grownAfter = new int[trees.length];
        this.leaves = new int[trees.length][0];
        this.sorted = new int[trees.length];
        this.sample = Sample.of(new double[0][], new double[0], levels);
        Arrays.setAll(trees, _ -> new Tree());
    }

    /// @param trees how many
    record Settings(int trees, int objectives, long seed) {}

    /// The forest as of now.
    ///
    /// @param best the smallest mean at a trial that has ended
    /// @param good some rows of trials that have ended, the smallest mean first
    record Now(Forest forest, double best, List<double[]> good) {}

    /// Weighs the objectives of what the leaves hold.
    ///
    /// @param weights as in [Targets#of]
    Now now(double[] weights) {
        List<Outcome> outcomes = lesson.material(history.outcomes(history.version()));
        double[] targets = lesson.targets(outcomes, weights);
        var sums = new LeafSums(trees(history.version()));
        for (int tree = 0; tree < trees.length; tree++) {
            for (int i = 0; i < targets.length; i++) {
                sums.add(tree, leaves[tree][outcomes.get(i).row()], targets[i]);
            }
        }
        double[] means = outcomes.stream().mapToDouble(outcome -> mean(outcome.row(), sums)).toArray();
        List<Integer> order = IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble(i -> means[i]))
                .limit(GOOD).toList();
        believe(sums);
        return new Now(sums.forest(), means[order.getFirst()], order.stream().map(i -> history.row(outcomes.get(i).row())).toList());
    }

    /// Takes pending trials for ended as expected.
    ///
    /// Source: D. Ginsbourger, R. Le Riche and L. Carraro, Kriging is well-suited to parallelize optimization, 2010
    /// (the kriging believer).
    private void believe(LeafSums sums) {
        int[] pending = history.pending();
        double[] believed = Arrays.stream(pending).mapToDouble(row -> mean(row, sums)).toArray();
        for (int i = 0; i < pending.length; i++) {
            for (int tree = 0; tree < trees.length; tree++) {
                sums.add(tree, leaves[tree][pending[i]], believed[i]);
            }
        }
    }

    private double mean(int row, LeafSums sums) {
        double sum = 0;
        for (int tree = 0; tree < trees.length; tree++) {
            sum += sums.mean(tree, leaves[tree][row]);
        }
        return sum / trees.length;
    }

    private Tree[] trees(int version) {
        for (int tree = 0; tree < trees.length; tree++) {
            int due = due(tree, version);
            if (due != grownAfter[tree]) {
                grow(tree, due);
            }
            sort(tree);
        }
        return trees;
    }

    /// The latest change, up to `version`, after which a tree is to be grown anew.
    private int due(int tree, int version) {
        int change = version;
        while (change > 1 && (change - tree) % Math.max(1, Math.ceilDiv(trees.length, Math.max(1, ROWS_A_RESULT / change))) != 0) {
            change--;
        }
        return change;
    }

    private void grow(int tree, int after) {
        var random = Streams.of(seed, "tree %d after %d".formatted(tree, after));
        if (sampleAfter != after || (objectives > 1 && lesson == Lesson.LOSSES)) {
            sample = sample(after, Weights.draw(objectives, random));
            sampleAfter = after;
        }
        trees[tree] = Growth.of(sample, Draw.permutation(sample.size(), random), Rules.RANDOM_CUTS, random);
        grownAfter[tree] = after;
        sorted[tree] = 0;
    }

    private Sample sample(int after, double[] weights) {
        List<Outcome> outcomes = lesson.material(history.outcomes(after));
        double[][] rows = outcomes.stream().map(outcome -> history.row(outcome.row())).toArray(double[][]::new);
        return Sample.of(rows, lesson.targets(outcomes, weights), levels);
    }

    private void sort(int tree) {
        int rows = history.rows();
        if (leaves[tree].length < rows) {
            leaves[tree] = Arrays.copyOf(leaves[tree], rows + rows / 2 + 16);
        }
        for (int row = sorted[tree]; row < rows; row++) {
            leaves[tree][row] = trees[tree].leaf(history.row(row));
        }
        sorted[tree] = rows;
    }
}
