package dev.sextant.strategy.cube;

import java.util.List;

/// How far points lie apart.
public final class Spread {
    private Spread() {}

    /// The longest side of the box around points; unknown coordinates (`NaN`) are left out. 0 for fewer than two points.
    public static double of(List<double[]> points) {
        double longest = 0;
        for (int i = 0; !points.isEmpty() && i < points.getFirst().length; i++) {
            longest = Math.max(longest, along(points, i));
        }
        return longest;
    }

    private static double along(List<double[]> points, int i) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] point : points) {
            if (!Double.isNaN(point[i])) {
                lowest = Math.min(lowest, point[i]);
                highest = Math.max(highest, point[i]);
            }
        }
        return highest > lowest ? highest - lowest : 0;
    }
}
