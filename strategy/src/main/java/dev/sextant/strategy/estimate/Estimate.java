package dev.sextant.strategy.estimate;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.bayes.Smoothing;
import java.util.List;
import java.util.Optional;

/// Which configuration is best on average, where results are noisy and the best of them is partly luck.
///
/// A Gaussian process is fitted to the results; the configuration with the least fitted loss is the one to take. Results of the same
/// configuration are averaged by that, and where all that were repeated repeat themselves, there is no noise.
///
/// Source: the recommendation by the posterior mean, e.g. P. Frazier, A tutorial on Bayesian optimization, arXiv 1807.02811,
/// section 4.1 (reported solution).
///
/// @param index     of the configuration's first result, among those given
/// @param loss      its fitted loss
/// @param error     the standard deviation of that fitted loss: how unsure it is
/// @param results   of that configuration
/// @param deviation the standard deviation of one result around the fitted function
public record Estimate(int index, double loss, double error, int results, double deviation) {
    /// As many results as a fit takes: the best half of them, and others spread over the rest.
    public static final int MOST = 120;
    /// As few as say something about noise.
    public static final int LEAST = 10;

    /// The estimate from some results; empty if there are fewer than [#LEAST], or no noise to speak of: less than a tenth
    /// of the spread of the results. Cost: some ten evaluations of O([#MOST]³).
    ///
    /// @param configurations that ended with a loss
    /// @param losses         finite, as many
    public static Optional<Estimate> of(SearchSpace space, List<Configuration> configurations, List<Double> losses) {
        if (losses.size() < LEAST) {
            return Optional.empty();
        }
        return Smoothing.of(space, configurations, losses, MOST)
                .map(s -> new Estimate(s.index(), s.loss(), s.error(), s.results(), s.deviation()));
    }
}
