package dev.sextant.strategy.forest;

/// Adds up the values in the leaves of trees. A leaf that gets none holds what all values together have. Not thread-safe.
final class LeafSums {
    private final Tree[] trees;
    private final double[][] counts;
    private final double[][] sums;
    private final double[][] squares;
    private double count;
    private double sum;
    private double square;

    LeafSums(Tree[] trees) {
        this.trees = trees;
        this.counts = new double[trees.length][];
        this.sums = new double[trees.length][];
        this.squares = new double[trees.length][];
        for (int tree = 0; tree < trees.length; tree++) {
            counts[tree] = new double[trees[tree].leaves()];
            sums[tree] = new double[trees[tree].leaves()];
            squares[tree] = new double[trees[tree].leaves()];
        }
    }

    void add(int tree, int leaf, double value) {
        counts[tree][leaf]++;
        sums[tree][leaf] += value;
        squares[tree][leaf] += value * value;
        if (tree == 0) {
            count++;
            sum += value;
            square += value * value;
        }
    }

    double mean(int tree, int leaf) {
        return counts[tree][leaf] > 0 ? sums[tree][leaf] / counts[tree][leaf] : count > 0 ? sum / count : 0;
    }

    private double variance(int tree, int leaf) {
        double n = counts[tree][leaf];
        return n > 0 ? spread(n, sums[tree][leaf], squares[tree][leaf]) : count > 0 ? spread(count, sum, square) : 0;
    }

    private static double spread(double n, double sum, double square) {
        double mean = sum / n;
        return Math.max(0, square / n - mean * mean);
    }

    /// The forest of these trees and what their leaves hold by now.
    Forest forest() {
        double[][] means = new double[trees.length][];
        double[][] variances = new double[trees.length][];
        for (int tree = 0; tree < trees.length; tree++) {
            means[tree] = new double[trees[tree].leaves()];
            variances[tree] = new double[trees[tree].leaves()];
            for (int leaf = 0; leaf < means[tree].length; leaf++) {
                means[tree][leaf] = mean(tree, leaf);
                variances[tree][leaf] = variance(tree, leaf);
            }
        }
        return new Forest(trees, means, variances);
    }
}
