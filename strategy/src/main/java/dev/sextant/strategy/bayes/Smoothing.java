package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The configuration with the least fitted loss.
///
/// @param index     of its first result, among the given ones
/// @param loss      its fitted loss
/// @param error     the standard deviation of the fitted loss
/// @param results   how many it has
/// @param deviation of a result around the fitted function, in units of the loss
public record Smoothing(int index, double loss, double error, int results, double deviation) {
    private static final QuasiNewton.Setup SETUP = new QuasiNewton.Setup(30, 0.05, 6, 1);
    /// Variance of the noise, as a part of the variance of the results, from which it is worth a word.
    private static final double NOISY = 0.01;

    /// Results of one configuration.
    ///
    /// @param indices among the given ones
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Group(double[] point, List<Integer> indices) {
        private Rank rank(List<Double> losses) {
            return Rank.complete(indices.stream().mapToDouble(i -> losses.get(i) / indices.size()).sum());
        }

        private boolean repeatsItself(List<Double> losses) {
            return indices.stream().allMatch(i -> losses.get(i).equals(losses.get(indices.getFirst())));
        }
    }

    /// Fits about `most` results at most, and of each configuration all or none; empty if they hold hardly any noise.
    public static Optional<Smoothing> of(SearchSpace space, List<Configuration> configurations, List<Double> losses, int most) {
        var axes = new Axes(space);
        List<Group> groups = groups(axes, configurations);
        boolean repeated = groups.stream().anyMatch(group -> group.indices.size() > 1);
        if (axes.count() == 0 || (repeated && groups.stream().allMatch(group -> group.repeatsItself(losses)))) {
            return Optional.empty();
        }
        int[] kept = Selection.indices(groups.stream().map(group -> group.rank(losses)).toList(), Math.max(1, most * groups.size() / losses.size()));
        return fit(axes, Arrays.stream(kept).mapToObj(groups::get).toList(), losses);
    }

    private static List<Group> groups(Axes axes, List<Configuration> configurations) {
        SequencedMap<Configuration, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < configurations.size(); i++) {
            int index = i;
            axes.genes(configurations.get(i)).ifPresent(genes ->
                    groups.computeIfAbsent(configurations.get(index), _ -> new Group(axes.point(genes), new ArrayList<>())).indices.add(index));
        }
        return List.copyOf(groups.sequencedValues());
    }

    private static Optional<Smoothing> fit(Axes axes, List<Group> groups, List<Double> losses) {
        Points points = new Points(axes.nominal());
        groups.forEach(group -> group.indices.forEach(_ -> points.add(group.point)));
        Rank[] ranks = groups.stream().flatMap(group -> group.indices.stream()).map(i -> Rank.complete(losses.get(i))).toArray(Rank[]::new);
        HalfRank.Scaled scaled = HalfRank.scaled(ranks);
        Hyper hyper = new Likelihood(points, scaled.values(), Likelihood.LITTLE_NOISE).fit(Hyper.standard(axes.count()), SETUP).hyper();
        if (hyper.noise() < NOISY) {
            return Optional.empty();
        }
        Posterior posterior = Posterior.of(points, hyper);
        posterior.explain(scaled.values());
        double[] means = posterior.means(scaled.values());
        Group best = groups.getFirst();
        int row = 0;
        int next = 0;
        for (Group group : groups) {
            if (means[next] < means[row]) {
                best = group;
                row = next;
            }
            next += group.indices.size();
        }
        return Optional.of(new Smoothing(best.indices.getFirst(), scaled.shift() + scaled.unit() * means[row],
                scaled.unit() * Math.sqrt(Math.max(0, posterior.covariance(row, row))), best.indices.size(), scaled.unit() * Math.sqrt(hyper.noise())));
    }
}
