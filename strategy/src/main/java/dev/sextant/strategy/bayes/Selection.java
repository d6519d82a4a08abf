package dev.sextant.strategy.bayes;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which results a model keeps that cannot keep all: the best half of what it can, and others spread evenly over the rest.
final class Selection {
    private Selection() {}

    /// The indices of at most `most` results, ascending.
    static int[] indices(List<Rank> ranks, int most) {
        if (ranks.size() <= most) {
            return IntStream.range(0, ranks.size()).toArray();
        }
        List<Integer> sorted = IntStream.range(0, ranks.size()).boxed()
                .sorted(Comparator.comparing(ranks::get, HalfRank.ORDER)).toList();
        int best = most / 2;
        int rest = ranks.size() - best;
        int others = most - best;
        return IntStream.range(0, most)
                .map(i -> i < best ? i : best + (int) ((long) (i - best) * rest / others))
                .map(sorted::get).sorted().toArray();
    }
}
