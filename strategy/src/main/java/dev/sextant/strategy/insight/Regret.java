package dev.sextant.strategy.insight;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.forest.Axes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// How much better than the best a study may still get: the best upper bound at a trial, less the lowest lower bound
/// anywhere, each two standard deviations from the mean of a [Landscape].
///
/// Unknown below ten results, or two a parameter. Estimated anew whenever results have grown by a twentieth; lower bounds
/// are looked for among [#DRAWS] uniform draws and as many variants of the ten best trials. O(n · log n · axes + draws).
/// Failed and stopped trials and those that break a limit say nothing. Not thread-safe.
///
/// Source: A. Makarova et al., Automatic termination for hyperparameter optimization, AutoML 2022, section 4, equation 4.
/// Differs: a forest instead of a Gaussian process, so that conditions and choices need nothing special.
public final class Regret implements Prospect {
    private static final int FEWEST = 10;
    private static final int DRAWS = 1_000;
    private static final int VARIED = 10;
    private static final double DEVIATIONS = 2;
    private static final double GROWTH = 1.05;

    private final SearchSpace space;
    private final long seed;
    private final int fewest;
    /// Of the trials that are not complete.
    private final Map<Integer, Configuration> configurations = new HashMap<>();
    private final List<Finished> finished = new ArrayList<>();
    private OptionalDouble latest = OptionalDouble.empty();
    private int estimatedAt;

    public Regret(Problem problem) {
        this.space = problem.space();
        this.seed = problem.seed();
        this.fewest = Math.max(FEWEST, 2 * new Axes(space).width());
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> configurations.put(proposed.trial(), proposed.configuration());
            case Observation.Completed completed -> complete(completed);
            case Observation.Dropped _, Observation.Repeated _, Observation.Measured _, Observation.Pruned _, Observation.Failed _, Observation.Paused _ -> {}
        }
    }

    private void complete(Observation.Completed completed) {
        Configuration configuration = configurations.remove(completed.trial());
        if (configuration != null && OutcomeLimit.violation(completed.excesses()) == 0) {
            finished.add(new Finished(configuration, completed.losses().getFirst()));
        }
    }

    @Override
    public OptionalDouble improvement() {
        int results = finished.size();
        if (results >= fewest && (results < estimatedAt || results >= Math.max(estimatedAt + 1, GROWTH * estimatedAt))) {
            latest = OptionalDouble.of(estimate());
            estimatedAt = results;
        }
        return latest;
    }

    private double estimate() {
        var landscape = Landscape.of(space, finished, seed);
        var random = Streams.of(seed, "regret after " + finished.size());
        List<double[]> best = landscape.best();
        double upper = best.stream().mapToDouble(row -> bound(landscape, row, DEVIATIONS)).min().orElseThrow();
        double lower = upper;
        for (double[] row : new Points(space, landscape.axes()).draw(DRAWS, random)) {
            lower = Math.min(lower, bound(landscape, row, -DEVIATIONS));
        }
        for (int i = 0; i < DRAWS; i++) {
            double[] row = varied(landscape.axes(), best.get(i % Math.min(VARIED, best.size())), random);
            lower = Math.min(lower, bound(landscape, row, -DEVIATIONS));
        }
        return upper - lower;
    }

    private static double bound(Landscape landscape, double[] row, double deviations) {
        var expected = landscape.at(row);
        return expected.loss() + deviations * expected.deviation();
    }

    private static double[] varied(Axes axes, double[] row, RandomGenerator random) {
        double[] copy = row.clone();
        int axis = random.nextInt(copy.length);
        copy[axis] = Double.isNaN(copy[axis]) ? copy[axis] : axes.draw(axis, random);
        axes.settle(copy, random);
        return copy;
    }
}
