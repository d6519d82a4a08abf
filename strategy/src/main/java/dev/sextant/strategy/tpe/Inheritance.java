package dev.sextant.strategy.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What earlier studies say about one group, by the slots of their rows: of each study its best tenth is good, all the rest
/// is not. Losses are compared within a study only.
///
/// It fades as results of the study itself come in: of n results, [#HALF] / ([#HALF] + n) of the good rows are still good and
/// as many of the others still count. Not thread-safe.
final class Inheritance {
    private static final double GOOD_SHARE = 0.1;
    private static final int MOST_GOOD = 10;
    private static final double HALF = 5;

    private final int objectives;
    private final SequencedMap<String, Ranking> sources = new LinkedHashMap<>();
    private int size;
    private int dropped;
    private List<Integer> ordered = List.of();

    Inheritance(int objectives) {
        this.objectives = objectives;
    }

    /// Takes a result.
    ///
    /// @param slot one more than that of the result before, from 0
    void add(String source, int slot, List<Double> losses) {
        sources.computeIfAbsent(source, _ -> new Ranking(objectives)).put(slot, Rank.complete(losses));
        size++;
        ordered = List.of();
    }

    /// Whether a slot is one of an earlier study.
    boolean has(int slot) {
        return slot < size;
    }

    /// The slots that are still good after some results of the study itself, ascending: those of all sources in turn.
    int[] good(int results) {
        if (size == 0) {
            return new int[0];
        }
        int kept = (int) Math.round(best().size() * fading(results));
        return best().stream().limit(kept).mapToInt(Integer::intValue).sorted().toArray();
    }

    private static double fading(int results) {
        return HALF / (HALF + results);
    }

    /// The good slots, best first, the sources taking turns.
    private List<Integer> best() {
        if (ordered.isEmpty()) {
            List<Integer> turns = new ArrayList<>();
            for (int rank = 1; rank <= MOST_GOOD && turns.size() < MOST_GOOD; rank++) {
                for (Ranking ranking : sources.sequencedValues()) {
                    int next = rank;
                    if (next <= Math.ceil(GOOD_SHARE * ranking.size())) {
                        Arrays.stream(ranking.best(next)).boxed().filter(slot -> !turns.contains(slot)).forEach(turns::add);
                    }
                }
            }
            ordered = List.copyOf(turns);
        }
        return ordered;
    }

    /// The slots that count no more after some results and did before, oldest first.
    int[] faded(int results) {
        int gone = (int) Math.round(size * (1 - fading(results)));
        int[] slots = new int[Math.max(0, gone - dropped)];
        Arrays.setAll(slots, i -> dropped + i);
        dropped = Math.max(dropped, gone);
        return slots;
    }
}
