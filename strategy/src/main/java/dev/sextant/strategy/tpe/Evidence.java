package dev.sextant.strategy.tpe;

import dev.sextant.strategy.search.Priors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What is known about one group: a row for each trial in which it was active, how each ended, and the two mixtures that
/// follow from that – the best results, and all the others.
///
/// Trials that are pending count among the others, so that parallel proposals keep apart; failed ones do too. Of the
/// others the newest [#MEMORY] count. Results of earlier studies are older than any trial; see [Inheritance].
/// Not thread-safe.
final class Evidence {
    private static final int MEMORY = 5_000;
    private static final double GOOD_SHARE = 0.1;
    private static final int MOST_GOOD = 25;

    private final Group group;
    private final Ranking ranking;
    private final Mixture others;
    private final List<double[]> rows = new ArrayList<>();
    private final Inheritance inheritance;
    private final BitSet dropped = new BitSet();
    private Mixture best;
    private int[] bestSlots = new int[0];
    private boolean current;

    Evidence(Group group, int objectives) {
        this.group = group;
        this.ranking = new Ranking(objectives);
        this.others = new Mixture(group);
        this.inheritance = new Inheritance(objectives);
        this.best = new Mixture(group);
    }

    Group group() {
        return group;
    }

    /// Takes a result of an earlier study; before any trial of this one.
    void inherit(String source, double[] row, List<Double> losses) {
        inheritance.add(source, rows.size(), losses);
        others.add(rows.size(), row);
        rows.add(row);
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
        int[] own = ranking.best(Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * ranking.size())));
        int[] now = IntStream.concat(IntStream.of(inheritance.good(ranking.size())), IntStream.of(own)).toArray();
        for (int slot : inheritance.faded(ranking.size())) {
            forget(slot);
        }
        for (int slot : bestSlots) {
            if (Arrays.binarySearch(now, slot) < 0 && remembered(slot) && !inheritance.has(slot)) {
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

    /// A density is a product over axes, a mixture of few kernels grows slowly: beliefs fade faster here than in a model that
    /// sees that they are wrong.
    private double belief() {
        double fading = Priors.fading(ranking.size());
        return fading * fading;
    }

    /// Candidates drawn where the best results lie.
    Candidates candidates(int count, RandomGenerator random) {
        split();
        while (others.size() > MEMORY) {
            others.remove(others.oldest());
        }
        return new Candidates(group, best, others, belief()).draw(count, random);
    }
}
