package dev.sextant.strategy.pareto;

import java.util.stream.IntStream;

/// How far the neighbours of each point of a front are apart, summed over the objectives.
///
/// The ends of each objective get `+∞`. O(m·n·log n).
///
/// Source: K. Deb et al., A fast and elitist multiobjective genetic algorithm: NSGA-II, IEEE Trans. Evol. Comp. 6(2), 2002, section
/// III-B. Differs: an objective in which all are equal adds nothing and has no ends; of equal points all but the first get 0, so
/// that copies go before others.
public final class CrowdingDistance {
    private CrowdingDistance() {}

    /// The distance of each point.
    ///
    /// @param front `[n][m]`, of any scale
    /// @return `[n]` distances, at least 0
    public static double[] of(double[][] front) {
        double[] distances = new double[front.length];
        if (front.length == 0) {
            return distances;
        }
        double[][] scaled = UnitRange.of(front).scale(front);
        int[] firsts = firsts(scaled);
        for (int objective = 0; objective < front[0].length; objective++) {
            add(scaled, firsts, objective, distances);
        }
        if (firsts.length == 1) {
            distances[firsts[0]] = Double.POSITIVE_INFINITY;
        }
        return distances;
    }

    /// One of each set of equal points, the earliest.
    private static int[] firsts(double[][] points) {
        int[] order = Order.lexicographic(points);
        return IntStream.range(0, order.length)
                .filter(i -> i == 0 || Order.compare(points[order[i - 1]], points[order[i]]) != 0).map(i -> order[i]).sorted().toArray();
    }

    private static void add(double[][] points, int[] indices, int objective, double[] distances) {
        int[] order = Order.along(objective, points, indices);
        int last = order.length - 1;
        if (points[order[0]][objective] == points[order[last]][objective]) {
            return;
        }
        distances[order[0]] = Double.POSITIVE_INFINITY;
        distances[order[last]] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < last; i++) {
            distances[order[i]] += points[order[i + 1]][objective] - points[order[i - 1]][objective];
        }
    }
}
