package dev.sextant.strategy.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which results a model keeps that cannot keep all: the best half of what it can, and others spread evenly over the rest.
final class Selection {
    private final double[] tiers;
    private final double[] losses;
    private final int[] order;

    private Selection(List<Rank> ranks) {
        this.tiers = ranks.stream().mapToDouble(Rank::tier).toArray();
        this.losses = ranks.stream().mapToDouble(Rank::loss).toArray();
        this.order = IntStream.range(0, tiers.length).toArray();
    }

    /// The indices of at most `most` results, ascending. O(n·log most) on average.
    static int[] indices(List<Rank> ranks, int most) {
        if (ranks.size() <= most) {
            return IntStream.range(0, ranks.size()).toArray();
        }
        int best = most / 2;
        int rest = ranks.size() - best;
        int others = most - best;
        int[] places = IntStream.range(0, most).map(i -> i < best ? i : best + (int) ((long) (i - best) * rest / others)).toArray();
        var selection = new Selection(ranks);
        selection.sort(0, ranks.size(), places);
        return Arrays.stream(places).map(place -> selection.order[place]).sorted().toArray();
    }

    /// Sorts a stretch as far as it takes to have the right results in some places, which are rising: quicksort that
    /// leaves alone what holds none of them.
    private void sort(int from, int to, int[] places) {
        if (to - from < 2 || places.length == 0) {
            return;
        }
        int pivot = part(from, to);
        sort(from, pivot, Arrays.stream(places).filter(place -> place < pivot).toArray());
        sort(pivot + 1, to, Arrays.stream(places).filter(place -> place > pivot).toArray());
    }

    /// Puts one result of a stretch where it belongs, the better ones before it, the others behind.
    ///
    /// @return its place
    private int part(int from, int to) {
        swap(middle(from, from + (to - from) / 2, to - 1), to - 1);
        int place = from;
        for (int i = from; i < to - 1; i++) {
            if (isBefore(order[i], order[to - 1])) {
                swap(i, place++);
            }
        }
        swap(place, to - 1);
        return place;
    }

    private int middle(int a, int b, int c) {
        boolean ab = isBefore(order[a], order[b]);
        if (ab == isBefore(order[b], order[c])) {
            return b;
        }
        return ab == isBefore(order[c], order[a]) ? a : c;
    }

    private void swap(int a, int b) {
        int kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }

    /// As [HalfRank#ORDER] has them, and the earlier of equal ones first.
    private boolean isBefore(int one, int other) {
        int byTier = Double.compare(tiers[one], tiers[other]);
        int byLoss = byTier != 0 ? byTier : Double.compare(losses[one], losses[other]);
        return byLoss != 0 ? byLoss < 0 : one < other;
    }
}
