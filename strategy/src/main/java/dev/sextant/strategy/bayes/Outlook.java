package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.bayes.CurveModel.Spot;
import dev.sextant.strategy.search.Untried;
import java.util.List;
import java.util.Optional;

/// What a [CurveModel] expects of trainings, after the results it had. Promises are logarithms of expected improvements on the best
/// fitted mean at any time, times the [odds][Survival] of coming so far. Not thread-safe.
public final class Outlook {
    private final Axes axes;
    private final Untried untried;
    private final Search.Effort effort;
    private final LossPromise promise;
    private final Odds odds;
    private final double belief;
    private final List<double[]> leaders;

    /// Where and how thoroughly new configurations are looked for.
    record Place(Axes axes, Untried untried, Search.Effort effort) {}

    /// @param leaders genes of the best results, the best first
    /// @param belief  how much what the user believes counts, 0 to 1
    Outlook(Place place, LossPromise promise, Odds odds, double belief, List<double[]> leaders) {
        this.axes = place.axes();
        this.untried = place.untried();
        this.effort = place.effort();
        this.promise = promise;
        this.odds = odds;
        this.belief = belief;
        this.leaders = leaders;
    }

    /// What a training promises at a time; −∞ outside of the space. O(n²) for n results.
    public double promise(Spot spot) {
        return axes.genes(spot.configuration()).map(genes -> axes.at(spot.time()).point(genes))
                .map(point -> promise.log(point) + odds.log(point)).orElse(Double.NEGATIVE_INFINITY);
    }

    /// At least [#promise]. O(n).
    public double promiseAtMost(Spot spot) {
        return axes.genes(spot.configuration()).map(genes -> axes.at(spot.time()).point(genes))
                .map(point -> promise.bound(point) + odds.bound(point)).orElse(Double.NEGATIVE_INFINITY);
    }

    /// What is expected of a training at a time; less is better, +∞ outside of the space. O(n).
    public double expected(Spot spot) {
        return axes.genes(spot.configuration()).map(genes -> axes.at(spot.time()).point(genes))
                .map(point -> promise.posterior().roughly(point).mean()).orElse(Double.POSITIVE_INFINITY);
    }

    /// The configuration that promises most at a time, of those that may be proposed; empty if all were tried.
    public Optional<Configuration> best(double time, Request request) {
        var aim = new Search.Aim(promise, belief, odds, Reach.FULL, Plateau.NONE);
        var search = new Search(axes.at(time), aim, effort, genes -> untried.accepts(axes.configuration(genes), request), request.random());
        return search.run(leaders).stream().map(found -> axes.configuration(found.genes()))
                .filter(found -> untried.accepts(found, request)).findFirst().or(() -> untried.uniform(request));
    }
}
