package dev.sextant.strategy.moea;

import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.ReferenceDirections;
import dev.sextant.strategy.pareto.UnitRange;
import java.util.List;

/// How rare the niche of a member is: how few others are nearest to the same reference direction, and among those how near it is.
///
/// There are about as many directions as members without the newcomer. Losses are scaled to the range of the first front. O(n²·m).
///
/// Source: K. Deb and H. Jain, NSGA-III, IEEE Trans. Evol. Comp. 18(4), 2014, section IV. Differs: the range of the first front stands in
/// for the plane through its extreme points; ties fall to the nearer, not to chance.
/// Not thread-safe.
final class Niches implements Diversity {
    private List<double[]> directions = List.of();
    private int members;

    private void direct(int objectives, int wanted) {
        if (wanted != members) {
            directions = ReferenceDirections.about(objectives, wanted).stream().map(Niches::ofLengthOne).toList();
            members = wanted;
        }
    }

    private static double[] ofLengthOne(double[] direction) {
        double length = Math.sqrt(product(direction, direction));
        double[] unit = direction.clone();
        for (int k = 0; k < unit.length; k++) {
            unit[k] /= length;
        }
        return unit;
    }

    @Override
    public double[] of(double[][] losses, List<int[]> fronts) {
        direct(losses[0].length, Math.max(1, losses.length - 1));
        UnitRange range = UnitRange.of(Fronts.select(losses, fronts.getFirst()));
        int[] niches = new int[losses.length];
        int[] counts = new int[directions.size()];
        double[] values = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            double[] point = range.scale(losses[i]);
            niches[i] = nearest(point);
            counts[niches[i]]++;
            values[i] = closeness(distance(point, directions.get(niches[i])));
        }
        for (int i = 0; i < losses.length; i++) {
            values[i] -= counts[niches[i]];
        }
        return values;
    }

    private int nearest(double[] point) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int r = 0; r < directions.size(); r++) {
            double distance = distance(point, directions.get(r));
            if (distance < least) {
                least = distance;
                nearest = r;
            }
        }
        return nearest;
    }

    /// The square of the distance from the line through the origin.
    private static double distance(double[] point, double[] unit) {
        double along = product(point, unit);
        return Math.max(0, product(point, point) - along * along);
    }

    /// From 1 for a distance of 0 down to 0: never worth as much as one neighbour less.
    private static double closeness(double distance) {
        return 1 / (1 + distance);
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }
}
