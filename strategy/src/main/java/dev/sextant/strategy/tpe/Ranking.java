package dev.sextant.strategy.tpe;

import java.util.Arrays;
import java.util.List;

/// Which slots hold the best results.
///
/// With one objective the smallest loss is best. With several, the result that is dominated by the fewest others of its
/// tier is; then the one with the smaller first loss. Ties go to the earlier slot. Cost: one objective O(1) a result,
/// several O(n); [#best] O(n · log k). Not thread-safe.
///
/// Source for several objectives: C. M. Fonseca and P. J. Fleming, Genetic algorithms for multiobjective optimization,
/// ICGA 1993, section 3 (the rank of an individual).
final class Ranking {
    private final int objectives;
    private double[] tiers = new double[32];
    private double[] scores = new double[32];
    private double[][] losses = new double[32][];
    private boolean[] ranked = new boolean[32];
    private int end;
    private int size;

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
        int[] chosen = new int[Math.min(count, size)];
        int filled = 0;
        for (int slot = 0; slot < end && chosen.length > 0; slot++) {
            if (ranked[slot] && (filled < chosen.length || before(slot, chosen[filled - 1]))) {
                filled = insert(chosen, filled, slot);
            }
        }
        Arrays.sort(chosen);
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
        if (tiers[one] != tiers[other]) {
            return tiers[one] < tiers[other];
        }
        if (scores[one] != scores[other]) {
            return scores[one] < scores[other];
        }
        return objectives > 1 && losses[one].length > 0 && losses[one][0] < losses[other][0];
    }
}
