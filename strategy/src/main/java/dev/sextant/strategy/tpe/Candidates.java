package dev.sextant.strategy.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// Rows drawn where the best results lie, in the order of how much likelier they are there than among the others.
///
/// After the draws, in three rounds, the two most promising rows are varied along their lines by ever smaller normal steps,
/// and the variants sorted in. How likely a row is among the others, of which there are many, is calculated only for a row
/// that would come next if it were as unlikely as can be. Rows that fall together count once. Not thread-safe.
final class Candidates {
    private static final int ROUNDS = 3;
    private static final int VARIANTS = 8;
    private static final int VARIED = 2;
    private static final double FIRST_STEP = 0.07;
    private static final double ROUNDING = 1e-9;

    private final Group group;
    private final Mixture best;
    private final Mixture others;
    private final double belief;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Scored> ranked = new ArrayList<>();
    private final PriorityQueue<Scored> unranked = new PriorityQueue<>();

    /// A row and how promising it is, or what it is at most.
    ///
    /// @param number of the row, for ties
    private record Scored(int number, double score, boolean exact) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            return score == other.score ? Integer.compare(number, other.number) : Double.compare(other.score, score);
        }
    }

    /// @param belief how much what the user believes still counts, 0 to 1
    Candidates(Group group, Mixture best, Mixture others, double belief) {
        this.group = group;
        this.best = best;
        this.others = others;
        this.belief = belief;
    }

    /// Draws the rows.
    ///
    /// @param count how many are drawn before any is varied
    Candidates draw(int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            add(best.draw(belief, random));
        }
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS && group.lines() > 0; round++, step /= 2) {
            vary(step, random);
        }
        return this;
    }

    int size() {
        return rows.size();
    }

    /// The row of a rank, from 0 for the most promising.
    double[] row(int rank) {
        while (ranked.size() <= rank) {
            Scored next = unranked.remove();
            if (next.exact()) {
                ranked.add(next);
            } else {
                unranked.add(new Scored(next.number(), score(rows.get(next.number())), true));
            }
        }
        return rows.get(ranked.get(rank).number());
    }

    private void vary(double step, RandomGenerator random) {
        List<double[]> varied = List.of(row(0), row(Math.min(VARIED, size()) - 1));
        unranked.addAll(ranked);
        ranked.clear();
        for (int i = 0; i < VARIANTS; i++) {
            double[] row = varied.get(i % VARIED).clone();
            for (int line = 0; line < group.lines(); line++) {
                if (random.nextBoolean()) {
                    row[line] = Math.clamp(row[line] + step * random.nextGaussian(), 0.0, 1.0);
                }
            }
            add(row);
        }
    }

    private void add(double[] row) {
        group.snap(row);
        if (rows.stream().noneMatch(known -> Arrays.equals(known, row))) {
            double most = best.logDensity(row) - others.leastLogDensity(row) + belief(row) + ROUNDING;
            unranked.add(new Scored(rows.size(), most, false));
            rows.add(row);
        }
    }

    private double score(double[] row) {
        return best.logDensity(row) - others.logDensity(row) + belief(row);
    }

    private double belief(double[] row) {
        return belief == 0 ? 0 : belief * group.logBelief(row);
    }
}
