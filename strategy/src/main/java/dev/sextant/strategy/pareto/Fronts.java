package dev.sextant.strategy.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The non-dominated fronts of some losses: the first holds what none dominates, the next what only those before dominate.
///
/// O(n·log n) for one and two objectives; for more O(n²·m) at worst, and usually far less. Equal losses share a front.
///
/// Source: X. Zhang et al., An efficient approach to nondominated sorting for evolutionary multiobjective optimization,
/// IEEE Trans. Evol. Comp. 19(2), 2015 (ENS-BS). Differs: with two objectives only the last of a front is looked at.
public final class Fronts {
    private final double[][] losses;
    private final List<List<Integer>> fronts = new ArrayList<>();

    private Fronts(double[][] losses) {
        this.losses = losses;
    }

    /// The fronts, the best first, each in ascending order of index.
    public static List<int[]> of(double[][] losses) {
        Fronts sorting = new Fronts(losses);
        lexicographic(losses).forEach(sorting::add);
        return sorting.fronts.stream().map(front -> front.stream().mapToInt(Integer::intValue).sorted().toArray()).toList();
    }

    /// The number of each one's front, from 0.
    public static int[] ranks(double[][] losses) {
        int[] ranks = new int[losses.length];
        List<int[]> fronts = of(losses);
        for (int rank = 0; rank < fronts.size(); rank++) {
            for (int index : fronts.get(rank)) {
                ranks[index] = rank;
            }
        }
        return ranks;
    }

    /// Nobody is dominated by one that comes later in this order.
    private static List<Integer> lexicographic(double[][] losses) {
        Comparator<Integer> order = (a, b) -> compare(losses[a], losses[b]);
        return IntStream.range(0, losses.length).boxed().sorted(order).toList();
    }

    /// Compares numbers, not their bits: 0 and −0 are equal.
    private static int compare(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] != other[k]) {
                return one[k] < other[k] ? -1 : 1;
            }
        }
        return 0;
    }

    /// Puts one behind all that dominate it. Fronts are searched by halves: who is not dominated in one is in none after it.
    private void add(int index) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isDominated(index, fronts.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == fronts.size()) {
            fronts.add(new ArrayList<>());
        }
        fronts.get(low).add(index);
    }

    private boolean isDominated(int index, List<Integer> front) {
        int compared = losses[index].length <= 2 ? 1 : front.size();
        for (int i = front.size() - 1; i >= front.size() - compared; i--) {
            if (Domination.dominates(losses[front.get(i)], losses[index])) {
                return true;
            }
        }
        return false;
    }

    /// The losses at some indices.
    static double[][] select(double[][] losses, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> losses[i]).toArray(double[][]::new);
    }
}
