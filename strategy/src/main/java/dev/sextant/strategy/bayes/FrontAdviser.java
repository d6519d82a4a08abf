package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.search.Priors;
import java.util.List;
import java.util.Optional;

/// Looks for the largest expected growth of the volume that the front of several losses dominates.
final class FrontAdviser implements Adviser {
    /// Points of a front near which it is looked for better ones.
    private static final int SPREAD = 20;

    private final Axes axes;
    private final FrontModel model;
    private final Proposer proposer;

    FrontAdviser(Axes axes, FrontModel model, Proposer proposer) {
        this.axes = axes;
        this.model = model;
        this.proposer = proposer;
    }

    @Override
    public void tell(Results results) {
        model.tell(results);
    }

    @Override
    public void settle() {
        model.settle();
    }

    @Override
    public Answer ask(Results results, Odds odds, boolean alone, Request request) {
        FrontModel.Gain gain = model.gain(results, odds);
        Promise promise = gain.promise().<Promise>map(found -> found).orElse(Promise.NONE);
        var aim = new Search.Aim(promise, Priors.fading(results.valued()), odds, Reach.FULL, Plateau.NONE);
        List<double[]> leaders = gain.front().stream().limit(SPREAD).map(Known::genes).toList();
        return proposer.most(aim, leaders, request, genes -> Answer.start(axes.configuration(genes), why(results, gain, odds, axes.point(genes))));
    }

    private static String why(Results results, FrontModel.Gain gain, Odds odds, double[] point) {
        Optional<String> better = gain.promise()
                .map(promise -> "on the front with %d %%".formatted(Math.round(100 * promise.chance(point))));
        return Adviser.why(results, better, odds, point);
    }
}
