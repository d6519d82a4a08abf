package dev.sextant.strategy.moea;

import java.util.random.RandomGenerator;

/// Even draws of members.
final class Pick {
    private Pick() {}

    /// An index below `count` other than `excluded`, if there is another.
    static int other(int count, int excluded, RandomGenerator random) {
        if (excluded < 0 || count == 1) {
            return random.nextInt(count);
        }
        int index = random.nextInt(count - 1);
        return index < excluded ? index : index + 1;
    }
}
