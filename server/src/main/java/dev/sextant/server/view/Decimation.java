package dev.sextant.server.view;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Chooses which of many points to draw so that the picture stays the same: in every stretch the least, the greatest,
/// and some in between.
final class Decimation {
    private static final int OF_A_STRETCH = 4;

    private Decimation() {}

    /// At most about `most` of some rows, rising; all of them if there are no more.
    ///
    /// @param rows rising
    /// @param value what is drawn of a row
    static int[] of(int[] rows, IntToDoubleFunction value, int most) {
        if (rows.length <= most) {
            return rows;
        }
        int stretches = Math.max(1, most / OF_A_STRETCH);
        var kept = new TreeSet<Integer>();
        for (int i = 0; i < stretches; i++) {
            int from = (int) ((long) rows.length * i / stretches);
            int to = (int) ((long) rows.length * (i + 1) / stretches);
            keep(kept, rows, from, to, value);
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void keep(Set<Integer> kept, int[] rows, int from, int to, IntToDoubleFunction value) {
        if (from == to) {
            return;
        }
        int least = rows[from];
        int greatest = rows[from];
        for (int i = from + 1; i < to; i++) {
            least = value.applyAsDouble(rows[i]) < value.applyAsDouble(least) ? rows[i] : least;
            greatest = value.applyAsDouble(rows[i]) > value.applyAsDouble(greatest) ? rows[i] : greatest;
        }
        IntStream.of(least, greatest, rows[from], rows[(from + to) / 2]).forEach(kept::add);
    }

    /// At most `most` rows, rising: a quarter of them those with the least loss, the others evenly spread.
    static int[] keepBest(int[] rows, IntToDoubleFunction loss, int most) {
        if (rows.length <= most) {
            return rows;
        }
        double[] sorted = IntStream.of(rows).mapToDouble(loss).sorted().toArray();
        double border = sorted[most / 4];
        var kept = new TreeSet<Integer>();
        IntStream.of(rows).filter(row -> loss.applyAsDouble(row) < border).forEach(kept::add);
        int[] others = IntStream.of(rows).filter(row -> !kept.contains(row)).toArray();
        Evenly.spread(others.length, most - kept.size()).forEach(i -> kept.add(others[i]));
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }
}
