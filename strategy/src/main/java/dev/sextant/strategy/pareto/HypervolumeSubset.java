package dev.sextant.strategy.pareto;

import dev.sextant.strategy.numeric.Hypervolume;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Picks points of one front one after the other, each time the one that adds the most hypervolume to those picked.
///
/// The volume of the first k is at least 1 − 1/e of the best that k of them can have. A gain only ever shrinks, so an old one that
/// is smaller than a fresh one needs no look (lazy greedy). Cost: n·m, and some volumes of up to k points for each pick.
///
/// Sources: A. P. Guerreiro, C. M. Fonseca, L. Paquete, Greedy hypervolume subset selection in low dimensions, Evol. Comp. 24(3),
/// 2016; the lazy form: M. Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978.
public final class HypervolumeSubset {
    /// How far behind the worst point of a front, whose range is 1, the reference lies. Above 0, so that the ends count.
    private static final double MARGIN = 0.1;

    private final double[][] points;
    private final double[] reference;
    private final PriorityQueue<Gain> gains = new PriorityQueue<>(
            Comparator.comparingDouble(Gain::volume).reversed().thenComparingInt(Gain::index));

    /// @param after how many points had been picked when the gain was computed
    private record Gain(int index, double volume, int after) {}

    private HypervolumeSubset(double[][] points) {
        this.points = points;
        this.reference = new double[points[0].length];
        Arrays.fill(reference, 1 + MARGIN);
        for (int i = 0; i < points.length; i++) {
            gains.add(gain(i, new double[0][]));
        }
    }

    /// The indices of the first `count` picks, in their order; ties go to the earlier.
    ///
    /// @param front `[n][m]` with n at least 1, of any scale
    public static int[] pick(double[][] front, int count) {
        return new HypervolumeSubset(UnitRange.of(front).scale(front)).pick(Math.min(count, front.length));
    }

    private int[] pick(int count) {
        int[] picks = new int[count];
        double[][] picked = new double[count][];
        for (int size = 0; size < count; size++) {
            picks[size] = next(Arrays.copyOf(picked, size));
            picked[size] = points[picks[size]];
        }
        return picks;
    }

    private int next(double[][] picked) {
        while (true) {
            Gain largest = gains.remove();
            if (largest.after() == picked.length) {
                return largest.index();
            }
            gains.add(gain(largest.index(), picked));
        }
    }

    private Gain gain(int index, double[][] picked) {
        return new Gain(index, Hypervolume.gain(points[index], picked, reference), picked.length);
    }
}
