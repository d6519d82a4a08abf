package dev.sextant.strategy.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Points spread evenly over the plane on which m shares sum to 1.
///
/// Source: I. Das and J. E. Dennis, Normal-boundary intersection, SIAM J. Optim. 8(3), 1998; the second, inner layer: K. Deb and
/// H. Jain, IEEE Trans. Evol. Comp. 18(4), 2014, section IV-B (NSGA-III).
public final class ReferenceDirections {
    private ReferenceDirections() {}

    /// All points whose shares are multiples of 1/`divisions`: (`divisions` + m − 1 over m − 1) of them.
    ///
    /// @param objectives m, at least 1
    /// @param divisions  at least 1
    public static List<double[]> dasDennis(int objectives, int divisions) {
        List<double[]> points = new ArrayList<>();
        fill(new double[objectives], 0, new int[] {divisions, divisions}, points);
        return points;
    }

    /// @param parts how many are left to share, and how many there are in all
    private static void fill(double[] point, int axis, int[] parts, List<double[]> points) {
        if (axis == point.length - 1) {
            point[axis] = (double) parts[0] / parts[1];
            points.add(point.clone());
            return;
        }
        for (int taken = 0; taken <= parts[0]; taken++) {
            point[axis] = (double) taken / parts[1];
            fill(point, axis + 1, new int[] {parts[0] - taken, parts[1]}, points);
        }
    }

    /// About as many points as wanted, never more unless one for each objective is more: the largest layer that has room, and
    /// with 4 objectives and more a second one halfway to the centre.
    public static List<double[]> about(int objectives, int wanted) {
        int outer = largest(objectives, wanted);
        List<double[]> points = new ArrayList<>(dasDennis(objectives, outer));
        int left = wanted - points.size();
        if (outer < objectives && objectives > 2 && left >= objectives) {
            double centre = 1.0 / objectives;
            for (double[] inner : dasDennis(objectives, largest(objectives, left))) {
                points.add(Arrays.stream(inner).map(share -> (share + centre) / 2).toArray());
            }
        }
        return points;
    }

    /// The most divisions that give no more than `wanted` points; at least 1.
    public static int largest(int objectives, int wanted) {
        int divisions = 1;
        while (objectives > 1 && count(objectives, divisions + 1) <= wanted) {
            divisions++;
        }
        return divisions;
    }

    private static long count(int objectives, int divisions) {
        long count = 1;
        for (int i = 1; i < objectives; i++) {
            count = count * (divisions + i) / i;
        }
        return count;
    }
}
