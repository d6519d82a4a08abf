package dev.sextant.strategy.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The area that each of some points in the plane dominates alone, in one sweep: O(n·log n).
///
/// From left to right, a point that is lower than all before it owns the rectangle up to the next such point; the points
/// between the two are dominated by it alone as far as they reach into the rectangle, and would be left without it.
final class Exclusive {
    private final double[][] points;
    private final double[] reference;
    private final int[] order;

    Exclusive(double[][] points, double[] reference) {
        this.points = points;
        this.reference = reference;
        this.order = IntStream.range(0, points.length)
                .filter(i -> points[i][0] < reference[0] && points[i][1] < reference[1]).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> points[i][0]).thenComparingDouble(i -> points[i][1]))
                .mapToInt(Integer::intValue).toArray();
    }

    /// By index of the point; 0 for a point that another dominates or equals, or that is no better than the reference.
    double[] areas() {
        double[] areas = new double[points.length];
        double ceiling = reference[1];
        for (int from = 0; from < order.length; ) {
            int to = next(from);
            areas[order[from]] = area(from, to, ceiling);
            ceiling = points[order[from]][1];
            from = to;
        }
        return areas;
    }

    /// The place of the next lower point.
    private int next(int from) {
        double height = points[order[from]][1];
        int next = from + 1;
        while (next < order.length && points[order[next]][1] >= height) {
            next++;
        }
        return next;
    }

    private double area(int from, int to, double ceiling) {
        double wall = to < order.length ? points[order[to]][0] : reference[0];
        double[] owner = points[order[from]];
        double area = (wall - owner[0]) * (ceiling - owner[1]);
        double low = ceiling;
        for (int i = from + 1; i < to; i++) {
            double[] other = points[order[i]];
            if (other[1] < low) {
                area -= (wall - other[0]) * (low - other[1]);
                low = other[1];
            }
        }
        return Math.max(0, area);
    }
}
