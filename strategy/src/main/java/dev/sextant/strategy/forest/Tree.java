package dev.sextant.strategy.forest;

import java.util.Arrays;

/// The shape of one regression tree: questions about rows that end in numbered leaves. Values are kept elsewhere, by
/// leaf, so that they can change while the shape stays. Not thread-safe while it grows.
final class Tree {
    /// What a node asks; the answer yes leads to the left.
    enum Question {
        /// Nothing: the node is a leaf.
        LEAF(0),
        /// Is the number at most the cut?
        BELOW(1),
        /// Is the parameter inactive?
        INACTIVE(2),
        /// Is the index one of a set of the first 64?
        AMONG(3),
        /// Is the index the cut?
        EQUAL(4);

        private final byte code;

        Question(int code) {
            this.code = (byte) code;
        }
    }

    private static final Question[] QUESTIONS = Question.values();

    private int[] axes = new int[16];
    private byte[] questions = new byte[16];
    private double[] cuts = new double[16];
    private long[] sets = new long[16];
    private int[] next = new int[16];
    private int nodes = 1;
    private int leaves;

    int leaves() {
        return leaves;
    }

    /// Makes a node a leaf.
    ///
    /// @return the number of the leaf
    int seal(int node) {
        questions[node] = Question.LEAF.code;
        next[node] = leaves;
        return leaves++;
    }

    /// Gives a node a question and two children.
    ///
    /// @return the left child; the right one is the next number
    int split(int node, Split split) {
        if (nodes + 2 > axes.length) {
            grow();
        }
        axes[node] = split.axis();
        questions[node] = split.question().code;
        cuts[node] = split.cut();
        sets[node] = split.set();
        next[node] = nodes;
        nodes += 2;
        return nodes - 2;
    }

    private void grow() {
        int room = 2 * axes.length;
        axes = Arrays.copyOf(axes, room);
        questions = Arrays.copyOf(questions, room);
        cuts = Arrays.copyOf(cuts, room);
        sets = Arrays.copyOf(sets, room);
        next = Arrays.copyOf(next, room);
    }

    /// The leaf in which a row ends. O(depth).
    int leaf(double[] row) {
        int node = 0;
        while (questions[node] != 0) {
            node = next[node] + (isLeft(node, row[axes[node]]) ? 0 : 1);
        }
        return next[node];
    }

    private boolean isLeft(int node, double number) {
        return switch (questions[node]) {
            case 1 -> number <= cuts[node];
            case 2 -> Double.isNaN(number);
            case 3 -> (sets[node] >>> (int) number & 1) != 0 && !Double.isNaN(number);
            default -> number == cuts[node];
        };
    }

    boolean isLeaf(int node) {
        return questions[node] == 0;
    }

    /// The question of a node that is no leaf.
    Split split(int node) {
        return new Split(axes[node], QUESTIONS[questions[node]], cuts[node], sets[node]);
    }

    /// The left child of a node, or the number of a leaf.
    int next(int node) {
        return next[node];
    }
}
