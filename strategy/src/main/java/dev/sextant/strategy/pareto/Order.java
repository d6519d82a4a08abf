package dev.sextant.strategy.pareto;

import java.util.Arrays;
import java.util.Comparator;

/// Indices of points in an order; of equal points the earlier comes first.
final class Order {
    private Order() {}

    /// All by their first number, where that is equal by the second, and so on: nobody is dominated by one that comes later.
    /// Compares numbers, not their bits: 0 and −0 are equal.
    static int[] lexicographic(double[][] points) {
        int[] all = new int[points.length];
        Arrays.setAll(all, i -> i);
        return sorted(all, (a, b) -> compare(points[a], points[b]));
    }

    static int compare(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] != other[k]) {
                return one[k] < other[k] ? -1 : 1;
            }
        }
        return 0;
    }

    /// Some by one of their numbers.
    static int[] along(int objective, double[][] points, int[] indices) {
        return sorted(indices, (a, b) -> Double.compare(points[a][objective], points[b][objective]));
    }

    private static int[] sorted(int[] indices, Comparator<Integer> order) {
        Integer[] boxed = new Integer[indices.length];
        Arrays.setAll(boxed, i -> indices[i]);
        Arrays.sort(boxed, order);
        int[] sorted = new int[boxed.length];
        Arrays.setAll(sorted, i -> boxed[i]);
        return sorted;
    }
}
