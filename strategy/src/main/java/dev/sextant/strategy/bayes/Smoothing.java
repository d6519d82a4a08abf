package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The result with the least fitted loss.
///
/// @param index     among the given results
/// @param loss      its fitted loss
/// @param deviation of a result around the fitted function, in units of the loss
public record Smoothing(int index, double loss, double deviation) {
    private static final QuasiNewton.Setup SETUP = new QuasiNewton.Setup(30, 0.05, 6, 1);
    /// Variance of the noise, as a part of the variance of the results, from which it is worth a word.
    private static final double NOISY = 0.01;

    /// Fits at most `most` results; empty if they hold hardly any noise.
    public static Optional<Smoothing> of(SearchSpace space, List<Configuration> configurations, List<Double> losses, int most) {
        var axes = new Axes(space);
        List<Integer> known = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            Optional<double[]> genes = axes.genes(configurations.get(i));
            if (genes.isPresent()) {
                known.add(i);
                rows.add(axes.point(genes.get()));
            }
        }
        List<Rank> ranks = known.stream().map(i -> Rank.complete(losses.get(i))).toList();
        HalfRank.Scaled scaled = HalfRank.scaled(ranks.toArray(Rank[]::new));
        int[] chosen = Selection.indices(ranks, most);
        return axes.count() == 0 ? Optional.empty() : fit(axes, rows, scaled, chosen).map(s -> new Smoothing(known.get(s.index()), s.loss(), s.deviation()));
    }

    private static Optional<Smoothing> fit(Axes axes, List<double[]> rows, HalfRank.Scaled scaled, int[] chosen) {
        Points points = new Points(axes.nominal());
        Arrays.stream(chosen).forEach(i -> points.add(rows.get(i)));
        double[] targets = Arrays.stream(chosen).mapToDouble(i -> scaled.values()[i]).toArray();
        Hyper hyper = new Likelihood(points, targets).fit(Hyper.standard(axes.count()), SETUP).hyper();
        if (hyper.noise() < NOISY) {
            return Optional.empty();
        }
        Posterior posterior = Posterior.of(points, hyper);
        posterior.explain(targets);
        double[] means = posterior.means(targets);
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            best = means[i] < means[best] ? i : best;
        }
        return Optional.of(new Smoothing(chosen[best], scaled.shift() + scaled.unit() * means[best], scaled.unit() * Math.sqrt(hyper.noise())));
    }
}
