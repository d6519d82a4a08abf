package dev.sextant.strategy.numeric;

import java.util.Arrays;

/// Pearson's statistic, for tests of draws with a pinned seed.
final class ChiSquared {
    static final double NINE_DEGREES_ONE_IN_A_THOUSAND = 27.877;

    private ChiSquared() {}

    /// Σ (count − expected)² / expected where every cell is expected to be as full as the others.
    static double ofUniform(int[] counts) {
        double expected = Arrays.stream(counts).average().orElseThrow();
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
