package dev.sextant.strategy.forest;

/// Counts and sums of values by index, and the order of the indices' means. Not thread-safe.
final class LevelSums {
    /// The most indices that are told apart.
    static final int MOST = 64;

    private final double[] sums = new double[MOST];
    private final int[] counts = new int[MOST];
    private final int[] order = new int[MOST];
    private int levels;

    void clear(int count) {
        levels = count;
        for (int i = 0; i < count; i++) {
            sums[i] = 0;
            counts[i] = 0;
        }
    }

    void add(int level, double value) {
        sums[level] += value;
        counts[level]++;
    }

    /// Orders the indices that occurred by their means; the lower index first where two are equal. O(k²).
    ///
    /// @return how many occurred
    int sort() {
        int present = 0;
        for (int level = 0; level < levels; level++) {
            if (counts[level] > 0) {
                int at = present++;
                while (at > 0 && mean(order[at - 1]) > mean(level)) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = level;
            }
        }
        return present;
    }

    private double mean(int level) {
        return sums[level] / counts[level];
    }

    /// The set of the first indices in that order.
    long first(int count) {
        long set = 0;
        for (int i = 0; i < count; i++) {
            set |= 1L << order[i];
        }
        return set;
    }
}
