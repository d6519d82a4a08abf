package dev.sextant.strategy.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws rows where the best results lie and sorts them by how much likelier they are there than among the others.
///
/// Then, in three rounds, the two most promising rows are varied along their lines by ever smaller normal steps, and
/// the variants sorted in.
///
/// @param belief how much what the user believes still counts, 0 to 1
record Candidates(Group group, Mixture best, Mixture others, double belief) {
    private static final int ROUNDS = 3;
    private static final int VARIANTS = 8;
    private static final int VARIED = 2;
    private static final double FIRST_STEP = 0.07;

    /// The most promising first; rows that fall together count once.
    ///
    /// @param count how many are drawn before any is varied
    List<double[]> draw(int count, RandomGenerator random) {
        List<double[]> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            add(best.draw(belief, random), drawn);
        }
        List<Scored> scored = new ArrayList<>();
        rank(drawn, scored);
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS && group.lines() > 0; round++, step /= 2) {
            rank(variants(scored, step, random), scored);
        }
        return scored.stream().map(Scored::row).toList();
    }

    private List<double[]> variants(List<Scored> scored, double step, RandomGenerator random) {
        List<double[]> variants = new ArrayList<>(VARIANTS);
        for (int i = 0; i < VARIANTS; i++) {
            double[] row = scored.get(Math.min(i % VARIED, scored.size() - 1)).row().clone();
            for (int line = 0; line < group.lines(); line++) {
                if (random.nextBoolean()) {
                    row[line] = Math.clamp(row[line] + step * random.nextGaussian(), 0.0, 1.0);
                }
            }
            add(row, variants);
        }
        variants.removeIf(row -> scored.stream().anyMatch(known -> Arrays.equals(known.row(), row)));
        return variants;
    }

    private void add(double[] row, List<double[]> rows) {
        group.snap(row);
        if (rows.stream().noneMatch(known -> Arrays.equals(known, row))) {
            rows.add(row);
        }
    }

    private void rank(List<double[]> rows, List<Scored> scored) {
        for (double[] row : rows) {
            scored.add(new Scored(row, best.logDensity(row) - others.logDensity(row) + belief(row)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    }

    private double belief(double[] row) {
        return belief == 0 ? 0 : belief * group.logBelief(row);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Scored(double[] row, double score) {}
}
