package dev.sextant.strategy.numeric;

import java.util.Arrays;

/// How much of the space between some points and a reference point the points dominate, exactly.
///
/// Losses are to be minimised; a point counts as far as it is better than the reference in every objective. Any number of
/// objectives; meant for up to 6, for the effort grows with their number.
///
/// Cost for n points: O(n·log n) with 2 objectives, nearly that with 3, up to O(n^(m−1)) with m. Nothing is scaled: where losses
/// are so large that a volume overflows, it is `+∞` or not a number, so scale them before.
public final class Hypervolume {
    private Hypervolume() {}

    /// The volume that the points dominate.
    ///
    /// @param points    `[n][m]`, may be empty, may hold dominated and equal points
    /// @param reference `[m]`
    /// @return at least 0, in the product of the objectives' units
    public static double of(double[][] points, double[] reference) {
        double[][] sides = sides(points, reference);
        return new UnionOfBoxes(sides.length, reference.length).volume(sides);
    }

    /// For each point how much of the volume would be lost without it; 0 for a point that another dominates or equals.
    ///
    /// As costly as n volumes; with 2 objectives O(n·log n) in all.
    public static double[] contributions(double[][] points, double[] reference) {
        if (reference.length == 2) {
            return new Exclusive(points, reference).areas();
        }
        double[] contributions = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            contributions[i] = gain(points[i], without(points, i), reference);
        }
        return contributions;
    }

    private static double[][] without(double[][] points, int index) {
        double[][] others = new double[points.length - 1][];
        System.arraycopy(points, 0, others, 0, index);
        System.arraycopy(points, index + 1, others, index, others.length - index);
        return others;
    }

    /// By how much the volume of others grows when a point joins them.
    public static double gain(double[] point, double[][] others, double[] reference) {
        double[] own = side(point, reference);
        if (!isBox(own)) {
            return 0;
        }
        double[][] shadows = sides(others, reference);
        for (double[] shadow : shadows) {
            for (int k = 0; k < shadow.length; k++) {
                shadow[k] = Math.min(shadow[k], own[k]);
            }
        }
        double shadowed = new UnionOfBoxes(shadows.length, own.length).volume(shadows);
        return Math.max(0, UnionOfBoxes.volume(own, own.length) - shadowed);
    }

    /// The boxes between the reference and the points that are better than it.
    private static double[][] sides(double[][] points, double[] reference) {
        return Arrays.stream(points).map(point -> side(point, reference)).filter(Hypervolume::isBox).toArray(double[][]::new);
    }

    private static double[] side(double[] point, double[] reference) {
        double[] side = new double[reference.length];
        for (int k = 0; k < side.length; k++) {
            side[k] = reference[k] - point[k];
        }
        return side;
    }

    private static boolean isBox(double[] side) {
        for (double length : side) {
            if (!(length > 0)) {
                return false;
            }
        }
        return true;
    }
}
