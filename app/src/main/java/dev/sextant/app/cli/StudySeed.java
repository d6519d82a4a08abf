package dev.sextant.app.cli;

import java.util.random.RandomGenerator;

/// Seeds for studies whose user stated none.
final class StudySeed {
    private static final long SEEDS = 1L << 31;

    private StudySeed() {}

    /// Another one each time: 0 to 2³¹−1, short enough to be typed.
    static long draw() {
        return RandomGenerator.getDefault().nextLong(SEEDS);
    }
}
