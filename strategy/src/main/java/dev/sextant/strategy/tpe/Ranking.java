package dev.sextant.strategy.tpe;

import dev.sextant.strategy.pareto.HypervolumeSubset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Which slots hold the best results.
///
/// With one objective the smallest loss is best. With several, the non-dominated fronts of a tier come one after the
/// other; of the last one that has not room as a whole those are taken that together dominate the largest hypervolume.
/// Ties go to the earlier slot. Cost: one objective O(1) a result and O(n · log k) for [#best]; several O(n) a result and
/// O(n · k) for [#best] beside the picks from one front. Not thread-safe.
///
/// Source for several objectives: Y. Ozaki et al., Multiobjective tree-structured Parzen estimator, J. Artif. Intell.
/// Res. 73, 2022, section 4.1.
final class Ranking {
    private final int objectives;
    private double[] tiers = new double[32];
    private double[] scores = new double[32];
    private double[][] losses = new double[32][];
    private boolean[] ranked = new boolean[32];
    private int end;
    private int size;
    private Picks picks = new Picks(new int[0], 0, new int[0]);

    /// Which of a front were picked last, for most results leave the front as it was.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Picks(int[] front, int count, int[] slots) {}

    Ranking(int objectives) {
        this.objectives = objectives;
    }

    /// How many slots are ranked.
    int size() {
        return size;
    }

    void put(int slot, Rank rank) {
        remove(slot);
        reserve(slot + 1);
        double[] given = toArray(rank.losses());
        tiers[slot] = rank.tier();
        losses[slot] = given;
        scores[slot] = objectives == 1 ? (given.length == 0 ? 0 : given[0]) : count(slot, 1);
        ranked[slot] = true;
        end = Math.max(end, slot + 1);
        size++;
    }

    void remove(int slot) {
        if (slot < end && ranked[slot]) {
            ranked[slot] = false;
            size--;
            if (objectives > 1) {
                count(slot, -1);
            }
        }
    }

    private void reserve(int slots) {
        if (slots > ranked.length) {
            int room = slots + slots / 2;
            tiers = Arrays.copyOf(tiers, room);
            scores = Arrays.copyOf(scores, room);
            losses = Arrays.copyOf(losses, room);
            ranked = Arrays.copyOf(ranked, room);
        }
    }

    private static double[] toArray(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Counts by how many a slot is dominated, and adds `change` to the count of those that it dominates.
    private int count(int slot, int change) {
        int dominating = 0;
        for (int other = 0; other < end; other++) {
            if (ranked[other] && other != slot && tiers[other] == tiers[slot]) {
                dominating += dominates(losses[other], losses[slot]) ? 1 : 0;
                scores[other] += dominates(losses[slot], losses[other]) ? change : 0;
            }
        }
        return dominating;
    }

    private static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (one[i] > other[i]) {
                return false;
            }
            better |= one[i] < other[i];
        }
        return better;
    }

    /// The best `count` slots, in ascending order of slot.
    int[] best(int count) {
        int[] chosen = objectives == 1 ? smallest(Math.min(count, size)) : undominated(Math.min(count, size));
        Arrays.sort(chosen);
        return chosen;
    }

    private int[] smallest(int count) {
        int[] chosen = new int[count];
        int filled = 0;
        for (int slot = 0; slot < end && chosen.length > 0; slot++) {
            if (ranked[slot] && (filled < chosen.length || before(slot, chosen[filled - 1]))) {
                filled = insert(chosen, filled, slot);
            }
        }
        return chosen;
    }

    private int insert(int[] chosen, int filled, int slot) {
        int at = filled < chosen.length ? filled : filled - 1;
        while (at > 0 && before(slot, chosen[at - 1])) {
            chosen[at] = chosen[at - 1];
            at--;
        }
        chosen[at] = slot;
        return Math.min(filled + 1, chosen.length);
    }

    private boolean before(int one, int other) {
        return tiers[one] != tiers[other] ? tiers[one] < tiers[other] : scores[one] < scores[other];
    }

    private int[] undominated(int count) {
        int[] chosen = new int[count];
        int filled = 0;
        for (double tier = tierAfter(Double.NEGATIVE_INFINITY); filled < count; tier = tierAfter(tier)) {
            for (int slot : bestOfTier(tier, count - filled)) {
                chosen[filled++] = slot;
            }
        }
        return chosen;
    }

    private double tierAfter(double tier) {
        double next = Double.POSITIVE_INFINITY;
        for (int slot = 0; slot < end; slot++) {
            next = ranked[slot] && tiers[slot] > tier ? Math.min(next, tiers[slot]) : next;
        }
        return next;
    }

    /// The best slots of a tier, at most `count`: front after front, each found by taking those before it off the counts.
    private int[] bestOfTier(double tier, int count) {
        int[] rest = slots(slot -> ranked[slot] && tiers[slot] == tier);
        double[] dominating = scores.clone();
        int[] chosen = new int[0];
        while (chosen.length < count && rest.length > 0) {
            int[] front = Arrays.stream(rest).filter(slot -> dominating[slot] == 0).toArray();
            rest = Arrays.stream(rest).filter(slot -> dominating[slot] > 0).toArray();
            for (int slot : rest) {
                dominating[slot] -= Arrays.stream(front).filter(other -> dominates(losses[other], losses[slot])).count();
            }
            chosen = join(chosen, front.length <= count - chosen.length ? front : pick(front, count - chosen.length));
        }
        return chosen;
    }

    private int[] slots(IntPredicate condition) {
        return IntStream.range(0, end).filter(condition).toArray();
    }

    private static int[] join(int[] one, int[] other) {
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private int[] pick(int[] front, int count) {
        if (losses[front[0]].length == 0) {
            return Arrays.copyOf(front, count);
        }
        if (picks.count() != count || !Arrays.equals(picks.front(), front)) {
            double[][] points = Arrays.stream(front).mapToObj(slot -> losses[slot]).toArray(double[][]::new);
            int[] slots = Arrays.stream(HypervolumeSubset.pick(points, count)).map(index -> front[index]).toArray();
            picks = new Picks(front, count, slots);
        }
        return picks.slots();
    }
}
