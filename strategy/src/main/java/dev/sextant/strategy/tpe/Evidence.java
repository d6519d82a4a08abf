package dev.sextant.strategy.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is known about one group: a row for each trial in which it was active, how each ended, and the two mixtures that
/// follow from that – the best results, and all the others.
///
/// Trials that are pending count among the others, so that parallel proposals keep apart; failed ones do too. Of the
/// others the newest [#MEMORY] count. Not thread-safe.
final class Evidence {
    private static final int MEMORY = 5_000;
    private static final double GOOD_SHARE = 0.1;
    private static final int MOST_GOOD = 25;

    private final Group group;
    private final Ranking ranking;
    private final Mixture others;
    private final List<double[]> rows = new ArrayList<>();
    private final BitSet dropped = new BitSet();
    private Mixture best;
    private int[] bestSlots = new int[0];
    private boolean current;

    Evidence(Group group, int objectives) {
        this.group = group;
        this.ranking = new Ranking(objectives);
        this.others = new Mixture(group);
        this.best = new Mixture(group);
    }

    Group group() {
        return group;
    }

    /// Remembers a pending trial.
    ///
    /// @return its slot
    int propose(double[] row) {
        int slot = rows.size();
        rows.add(row);
        others.add(slot, row);
        return slot;
    }

    /// A trial has losses to be ranked by.
    void rank(int slot, Rank rank) {
        ranking.put(slot, rank);
        current = false;
    }

    /// A trial is pending again.
    void unrank(int slot) {
        ranking.remove(slot);
        current = false;
        if (dropped.get(slot)) {
            dropped.clear(slot);
            others.add(slot, rows.get(slot));
        }
    }

    /// A trial says nothing any more.
    void drop(int slot) {
        unrank(slot);
        if (Arrays.binarySearch(bestSlots, slot) >= 0) {
            split();
        }
        forget(slot);
        dropped.set(slot);
    }

    private void forget(int slot) {
        if (others.has(slot)) {
            others.remove(slot);
        }
    }

    private boolean remembered(int slot) {
        return others.size() < MEMORY || slot > others.oldest();
    }

    private void split() {
        if (current) {
            return;
        }
        int[] now = ranking.best(Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * ranking.size())));
        for (int slot : bestSlots) {
            if (Arrays.binarySearch(now, slot) < 0 && remembered(slot)) {
                others.add(slot, rows.get(slot));
            }
        }
        for (int slot : now) {
            if (Arrays.binarySearch(bestSlots, slot) < 0) {
                forget(slot);
            }
        }
        if (!Arrays.equals(now, bestSlots)) {
            bestSlots = now;
            best = new Mixture(group);
            for (int i = 0; i < now.length; i++) {
                best.add(i, rows.get(now[i]));
            }
        }
        current = true;
    }

    /// Candidates drawn where the best results lie, the most promising first, none twice.
    List<double[]> candidates(int count, RandomGenerator random) {
        split();
        while (others.size() > MEMORY) {
            others.remove(others.oldest());
        }
        return new Candidates(group, best, others).draw(count, random);
    }
}
