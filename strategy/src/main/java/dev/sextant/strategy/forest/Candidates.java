package dev.sextant.strategy.forest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Looks for the rows where a forest expects the largest improvement: uniform draws and varied copies of the best rows
/// so far, the best of which climb from neighbour to neighbour.
///
/// The neighbours of a row differ from it in one parameter: in every other index of a nominal (in [#MOST_OTHERS] at most),
/// in the next values of a discrete line, in two normal steps along a continuous one. Not thread-safe.
///
/// Source: F. Hutter, H. H. Hoos and K. Leyton-Brown, Sequential model-based optimization for general algorithm
/// configuration, LION 2011, section 4.3. Differs: fewer draws, and varied copies of good rows among them.
final class Candidates {
    private static final double LEAST_SURVIVAL = 1e-3;
    private static final int VARIED = 5;
    private static final int CLIMBERS = 4;
    private static final int CLIMBS = 10;
    private static final int MOST_OTHERS = 8;
    private static final int MOST_AXES = 20;
    private static final double WIDEST = 0.3;
    private static final int HALVINGS = 6;
    private static final double FIRST_STEP = 0.1;
    private static final double LAST_STEP = 0.01;

    private final Axes axes;
    private final int[] levels;
    private final GrowingForest.Now now;
    private final Optional<Forest> failures;
    private final RandomGenerator random;
    private final List<Scored> scored = new ArrayList<>();

    /// @param failures says how likely a trial is to fail; none as long as none did
    Candidates(Axes axes, GrowingForest.Now now, Optional<Forest> failures, RandomGenerator random) {
        this.axes = axes;
        this.levels = axes.levels();
        this.now = now;
        this.failures = failures;
        this.random = random;
    }

    /// A row with the logarithm of its expected improvement, times the probability of a result.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Scored(double[] row, double score) {}

    /// All rows that were looked at, the most promising first; rows may come twice.
    ///
    /// @param draws uniform ones; half as many are varied copies
    /// @param good  the best rows so far, the best first
    List<Scored> draw(int draws, List<double[]> good) {
        for (int i = 0; i < draws; i++) {
            score(axes.draw(random));
        }
        List<double[]> start = good.subList(0, Math.min(VARIED, good.size()));
        for (int i = 0; i < draws / 2 && !start.isEmpty(); i++) {
            score(varied(start.get(i % start.size()), WIDEST * Math.pow(2, -(i / start.size() % HALVINGS))));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List.copyOf(scored.subList(0, Math.min(CLIMBERS, scored.size()))).forEach(this::climb);
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }

    private Scored score(double[] row) {
        Forest.Belief belief = now.forest().predict(row);
        Scored result = new Scored(row, Improvement.log(now.best(), belief.mean(), belief.variance()) + logSurvival(row));
        scored.add(result);
        return result;
    }

    private double logSurvival(double[] row) {
        return failures.map(forest -> Math.log(Math.max(LEAST_SURVIVAL, 1 - forest.predict(row).mean()))).orElse(0.0);
    }

    private double[] varied(double[] row, double scale) {
        double[] copy = row.clone();
        double share = Math.max(0.3, 1.5 / row.length);
        for (int axis = 0; axis < copy.length; axis++) {
            if (!Double.isNaN(copy[axis]) && random.nextDouble() < share) {
                copy[axis] = levels[axis] > 0 ? axes.draw(axis, random) : step(axis, copy[axis], scale);
            }
        }
        axes.settle(copy, random);
        return copy;
    }

    private double step(int axis, double number, double scale) {
        return axes.snap(axis, Math.clamp(number + scale * random.nextGaussian(), 0.0, 1.0));
    }

    private void climb(Scored start) {
        Scored at = start;
        double step = FIRST_STEP;
        for (int i = 0; i < CLIMBS && step >= LAST_STEP; i++) {
            Scored next = bestNeighbour(at, step);
            if (next.score() > at.score()) {
                at = next;
            } else {
                step /= 4;
            }
        }
    }

    private Scored bestNeighbour(Scored at, double step) {
        Scored best = at;
        for (int axis = 0; axis < levels.length; axis++) {
            if (!Double.isNaN(at.row()[axis]) && (levels.length <= MOST_AXES || random.nextInt(levels.length) < MOST_AXES)) {
                for (double number : others(axis, at.row()[axis], step)) {
                    Scored next = neighbour(at, axis, number);
                    best = next.score() > best.score() ? next : best;
                }
            }
        }
        return best;
    }

    private Scored neighbour(Scored at, int axis, double number) {
        if (number == at.row()[axis]) {
            return at;
        }
        double[] row = at.row().clone();
        row[axis] = number;
        axes.settle(row, random);
        return score(row);
    }

    private double[] others(int axis, double number, double step) {
        if (levels[axis] > 0) {
            double[] others = new double[Math.min(MOST_OTHERS, levels[axis] - 1)];
            for (int i = 0; i < others.length; i++) {
                others[i] = (number + 1 + (others.length == levels[axis] - 1 ? i : random.nextInt(levels[axis] - 1))) % levels[axis];
            }
            return others;
        }
        return axes.isDiscrete(axis)
                ? new double[] {axes.beside(axis, number, -1), axes.beside(axis, number, 1), step(axis, number, step)}
                : new double[] {step(axis, number, step), step(axis, number, step)};
    }
}
