package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Request;
import dev.sextant.strategy.search.Untried;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether a search goes on without finding anything better, and where it should look then: far from all that it knows.
///
/// A model that has settled in a wrong valley is sure of itself and never leaves it. So, when nothing clearly better was found
/// for a while, every [#EVERY]th proposal is the draw of which the model knows least.
final class Stall {
    private static final int EVERY = 16;
    private static final int LEAST = 10;
    private static final int DRAWS = 100;
    /// What counts as clearly better, in standard deviations of the results.
    private static final double CLEARLY = 0.05;

    private Stall() {}

    /// Whether a trial should look far away.
    ///
    /// @param targets results in their order, less is better, of variance 1
    /// @param trial   the one that is asked for
    static boolean wantsDistance(double[] targets, int axes, int trial) {
        double enough = Arrays.stream(targets).min().orElse(0) + CLEARLY;
        int first = 0;
        while (first < targets.length && targets[first] > enough) {
            first++;
        }
        return trial % EVERY == 0 && targets.length - first > Math.max(LEAST, 2 * axes);
    }

    /// Of some even draws, the one of which the model knows least; empty if none may be proposed.
    static Optional<double[]> farthest(Axes axes, Posterior posterior, Untried untried, Request request) {
        RandomGenerator random = request.random();
        double[] farthest = {};
        double most = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] genes = axes.draw(random);
            double variance = posterior.at(axes.point(genes)).variance();
            if (variance > most && untried.accepts(axes.configuration(genes), request)) {
                most = variance;
                farthest = genes;
            }
        }
        return most > 0 ? Optional.of(farthest) : Optional.empty();
    }
}
