package dev.sextant.strategy.forest;

import dev.sextant.strategy.numeric.Draw;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A forest of regression trees with what each leaf holds: for every row a mean and a variance.
///
/// The mean is that of the leaves in which the row ends, one a tree; the variance is what a draw of a random tree's leaf
/// would have: the spread of the leaves' means and, on average, that inside the leaves. Immutable.
///
/// Source: F. Hutter et al., Algorithm runtime prediction: methods & evaluation, Artificial Intelligence 206 (2014),
/// section 4.3.2. Differs: randomised trees of all rows instead of bootstrapped ones (see [Growth]).
public final class Forest {
    private final Tree[] trees;
    private final double[][] means;
    private final double[][] variances;

    /// @param means     of each tree's leaves
    /// @param variances of each tree's leaves
    Forest(Tree[] trees, double[][] means, double[][] variances) {
        this.trees = trees;
        this.means = means;
        this.variances = variances;
    }

    /// What is expected of a row.
    ///
    /// @param variance at least 0
    public record Belief(double mean, double variance) {}

    /// A forest grown from a sample of at least one row. O(trees · n · axes · depth).
    public static Forest fit(Sample sample, int trees, Rules rules, RandomGenerator random) {
        Tree[] grown = new Tree[trees];
        Arrays.setAll(grown, _ -> Growth.of(sample, Draw.permutation(sample.size(), random), rules, random));
        var leaves = new LeafSums(grown);
        for (int i = 0; i < sample.size(); i++) {
            double[] row = sample.row(i);
            for (int tree = 0; tree < trees; tree++) {
                leaves.add(tree, grown[tree].leaf(row), sample.values()[i]);
            }
        }
        return leaves.forest();
    }

    /// What is expected of a row. O(trees · depth).
    public Belief predict(double[] row) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < trees.length; i++) {
            int leaf = trees[i].leaf(row);
            double inLeaf = means[i][leaf];
            mean += inLeaf;
            square += inLeaf * inLeaf + variances[i][leaf];
        }
        mean /= trees.length;
        return new Belief(mean, Math.max(0, square / trees.length - mean * mean));
    }
}
