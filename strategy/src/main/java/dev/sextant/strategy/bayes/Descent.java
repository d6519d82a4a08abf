package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The way down while a model would know nothing yet: the middle of what is believed, if anything is; one step along each axis, always from the best result; then steps along the
/// slope that they show, each longer than the one before, until one finds nothing better.
///
/// Follows from the results alone, so a study that is opened again goes on where it was. A result corrects the slope s by what it differs
/// from the best one before it: s += (Δ − s·v)/(v·v)·v, v being the way between the two. O(n·axes).
///
/// Sources: M. J. D. Powell, A direct search optimization method that models the objective and constraint functions by linear interpolation,
/// 1994 (COBYLA); the correction: C. G. Broyden, Math. Comp. 19, 1965, equation 4.5, for one function. Differs: steps grow, nothing is tried
/// for the sake of the simplex, and the first step that fails ends it.
final class Descent {
    /// Of the range of an axis.
    private static final double STEP = 0.25;
    private static final double GROWTH = 1.5;
    /// With more axes, a step along each costs more results than a model needs.
    private static final int MOST_AXES = 10;

    private final double[] slope;
    private Known best;
    private double length = STEP;
    private boolean failed;

    private Descent(int axes, Known first) {
        this.slope = new double[axes];
        this.best = first;
    }

    /// Whether a space is one that has a slope: of few real numbers, none of them conditional.
    static boolean suits(Axes axes) {
        return axes.count() > 0 && axes.count() <= MOST_AXES && axes.isSmooth();
    }

    /// The genes to try next; empty if nothing has a loss yet, there is no slope, or the descent has ended.
    ///
    /// @param ended in their order
    /// @param random says in which direction an axis is tried
    static Optional<double[]> next(Axes axes, List<Known> ended, RandomGenerator random) {
        Optional<double[]> believed = axes.believed();
        if (ended.isEmpty() || (ended.size() == 1 && believed.isPresent())) {
            return ended.isEmpty() ? Optional.empty() : believed;
        }
        int before = believed.isPresent() ? 2 : 1;
        var descent = new Descent(axes.count(), ended.getFirst());
        for (int i = 1; i < ended.size() && !descent.failed; i++) {
            descent.learn(ended.get(i), i >= before + axes.count());
        }
        if (descent.best.rank().tier() >= Rank.LOST.tier()) {
            return Optional.empty();
        }
        return ended.size() < before + axes.count() ? Optional.of(descent.along(ended.size() - before, random.nextBoolean())) : descent.down();
    }

    private void learn(Known next, boolean isStepDown) {
        if (next.rank().tier() == 0 && best.rank().tier() == 0) {
            correct(next);
        }
        boolean better = HalfRank.ORDER.compare(next.rank(), best.rank()) < 0;
        failed = isStepDown && !better;
        length *= isStepDown ? GROWTH : 1;
        best = better ? next : best;
    }

    private void correct(Known next) {
        double square = 0;
        double expected = 0;
        for (int axis = 0; axis < slope.length; axis++) {
            double way = next.genes()[axis] - best.genes()[axis];
            square += way * way;
            expected += slope[axis] * way;
        }
        double error = next.rank().loss() - best.rank().loss() - expected;
        for (int axis = 0; axis < slope.length && square > 0; axis++) {
            slope[axis] += error / square * (next.genes()[axis] - best.genes()[axis]);
        }
    }

    private double[] along(int axis, boolean up) {
        double[] genes = best.genes().clone();
        double to = genes[axis] + (up ? STEP : -STEP);
        genes[axis] = to >= 0 && to <= 1 ? to : genes[axis] + (up ? -STEP : STEP);
        return genes;
    }

    private Optional<double[]> down() {
        double steepest = Arrays.stream(slope).map(Math::abs).max().orElse(0);
        if (failed || !(steepest > 0 && steepest < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        double norm = steepest * Math.sqrt(Arrays.stream(slope).map(s -> s / steepest * (s / steepest)).sum());
        double[] genes = best.genes().clone();
        Arrays.setAll(genes, axis -> Math.clamp(genes[axis] - length * (slope[axis] / norm), 0.0, 1.0));
        return Optional.of(genes);
    }
}
