package dev.sextant.strategy.numeric;

import java.util.random.RandomGenerator;

/// Random choices among a few.
public final class Draw {
    private Draw() {}

    /// An index with a probability in proportion to its weight. O(n).
    ///
    /// @param weights not negative, finite, at least one above 0
    public static int index(double[] weights, RandomGenerator random) {
        return index(weights, weights.length, random);
    }

    /// The same among the first `count` weights.
    public static int index(double[] weights, int count, RandomGenerator random) {
        double sum = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
            last = weights[i] > 0 ? i : last;
        }
        if (last < 0 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException("A draw from %d weights needs finite ones and at least one above 0; their sum was %s."
                    .formatted(count, sum));
        }
        double rest = random.nextDouble() * sum;
        for (int i = 0; i < last; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return last;
    }

    /// The numbers 0 to n − 1 in random order (Fisher and Yates).
    public static int[] permutation(int n, RandomGenerator random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
