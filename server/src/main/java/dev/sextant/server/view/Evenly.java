package dev.sextant.server.view;

import java.util.stream.IntStream;

/// Chooses some of many without looking at them.
public final class Evenly {
    private Evenly() {}

    /// `most` indices of `0 … count − 1`, evenly spread, first and last included; all of them if there are no more.
    public static IntStream spread(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count);
        }
        return IntStream.range(0, most).map(i -> (int) ((long) i * (count - 1) / Math.max(1, most - 1)));
    }
}
