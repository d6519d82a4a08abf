package dev.sextant.strategy.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What of the space below a reference point some points do not dominate, cut into boxes that do not overlap.
///
/// A sweep along the last objective: between two points the boxes are those of the objectives before it, of the points passed so far,
/// and boxes that a new point leaves as they are go on. With two objectives these are n + 1 strips, with three about 2·n boxes, with m of the order of
/// n^⌊m/2⌋. Cost O(n) decompositions with one objective less; meant for up to 4 objectives and some dozens of points.
///
/// Source of the idea: K. Yang et al., Efficient computation of expected hypervolume improvement using box decomposition algorithms, J. Global Optim.
/// 75, 2019. Differs: any number of objectives by recursion.
public final class UndominatedBoxes {
    private UndominatedBoxes() {}

    /// A box, open towards better losses where its lower corner is −∞.
    ///
    /// @param low  `[m]`
    /// @param high `[m]`, finite
    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    public record Box(double[] low, double[] high) {
        private boolean equals(double[] otherLow, double[] otherHigh) {
            return Arrays.equals(low, otherLow) && Arrays.equals(high, otherHigh);
        }

        private Box along(double from, double to) {
            return new Box(with(low, from), with(high, to));
        }

        private static double[] with(double[] corner, double last) {
            double[] more = Arrays.copyOf(corner, corner.length + 1);
            more[corner.length] = last;
            return more;
        }
    }

    /// A cross-section of the sweep, and where it began.
    private record Open(Box section, double from) {}

    /// The boxes.
    ///
    /// @param points    `[n][m]` losses, may be empty, may hold dominated points and such as are not below the reference
    /// @param reference `[m]`, finite
    public static List<Box> of(double[][] points, double[] reference) {
        double[][] below = Arrays.stream(points).filter(point -> isBelow(point, reference)).toArray(double[][]::new);
        return sweep(below, reference, reference.length);
    }

    private static boolean isBelow(double[] point, double[] reference) {
        for (int k = 0; k < reference.length; k++) {
            if (!(point[k] < reference[k])) {
                return false;
            }
        }
        return true;
    }

    private static List<Box> sweep(double[][] points, double[] reference, int objectives) {
        if (objectives == 1) {
            double least = Arrays.stream(points).mapToDouble(point -> point[0]).min().orElse(reference[0]);
            return List.of(new Box(new double[] {Double.NEGATIVE_INFINITY}, new double[] {least}));
        }
        int last = objectives - 1;
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[last]));
        List<Box> boxes = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        goOn(open, sweep(new double[0][], reference, last), Double.NEGATIVE_INFINITY, boxes);
        for (int passed = 1; passed <= sorted.length; passed++) {
            goOn(open, sweep(Arrays.copyOf(sorted, passed), reference, last), sorted[passed - 1][last], boxes);
        }
        goOn(open, List.of(), reference[last], boxes);
        return boxes;
    }

    /// Ends the open sections that are none of the new ones, and opens those that were not.
    private static void goOn(List<Open> open, List<Box> sections, double at, List<Box> boxes) {
        List<Box> fresh = new ArrayList<>(sections);
        open.removeIf(old -> {
            if (fresh.removeIf(section -> section.equals(old.section().low(), old.section().high()))) {
                return false;
            }
            if (old.from() < at) {
                boxes.add(old.section().along(old.from(), at));
            }
            return true;
        });
        fresh.forEach(section -> open.add(new Open(section, at)));
    }
}
