package dev.sextant.strategy.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws rows where the best results lie and sorts them by how much likelier they are there than among the others.
record Candidates(Group group, Mixture best, Mixture others) {
    /// The most promising first; rows that fall together count once.
    List<double[]> draw(int count, RandomGenerator random) {
        List<Scored> scored = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            add(best.draw(random), scored);
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().map(Scored::row).toList();
    }

    private void add(double[] row, List<Scored> scored) {
        group.snap(row);
        if (scored.stream().noneMatch(known -> Arrays.equals(known.row(), row))) {
            scored.add(new Scored(row, best.logDensity(row) - others.logDensity(row)));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Scored(double[] row, double score) {}
}
