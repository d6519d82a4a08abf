package dev.sextant.strategy.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The non-dominated fronts of some losses: the first holds what none dominates, the next what only those before dominate.
///
/// O(n·log n) for one and two objectives; for more O(n²·m) at worst, and usually far less. Equal losses share a front.
///
/// Source: X. Zhang et al., An efficient approach to nondominated sorting for evolutionary multiobjective optimization,
/// IEEE Trans. Evol. Comp. 19(2), 2015 (ENS-BS). Differs: with two objectives only the last of a front is looked at.
public final class Fronts {
    private final double[][] losses;
    private final List<List<Integer>> fronts = new ArrayList<>();
    private final int[] ranks;

    private Fronts(double[][] losses) {
        this.losses = losses;
        this.ranks = new int[losses.length];
    }

    /// The fronts, the best first, each in ascending order of index.
    public static List<int[]> of(double[][] losses) {
        Fronts sorting = sort(losses);
        List<int[]> arrays = new ArrayList<>(sorting.fronts.size());
        sorting.fronts.forEach(front -> arrays.add(new int[front.size()]));
        int[] filled = new int[arrays.size()];
        for (int index = 0; index < losses.length; index++) {
            int rank = sorting.ranks[index];
            arrays.get(rank)[filled[rank]++] = index;
        }
        return arrays;
    }

    /// The number of each one's front, from 0.
    public static int[] ranks(double[][] losses) {
        return sort(losses).ranks;
    }

    private static Fronts sort(double[][] losses) {
        Fronts sorting = new Fronts(losses);
        for (int index : Order.lexicographic(losses)) {
            sorting.add(index);
        }
        return sorting;
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
        ranks[index] = low;
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
    public static double[][] select(double[][] losses, int[] indices) {
        double[][] selected = new double[indices.length][];
        Arrays.setAll(selected, i -> losses[indices[i]]);
        return selected;
    }
}
