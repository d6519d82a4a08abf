package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Matern;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorTest {
    private static final Hyper HYPER = new Hyper(new double[] {4, 1, 0.5}, 1.5, 0.2, 1e-3);
    private static final RandomGenerator RANDOM = Streams.of(7, "posterior");

    /// Points with two lines and a nominal axis.
    private static double[][] points(int count) {
        double[][] points = new double[count][];
        Arrays.setAll(points, _ -> new double[] {RANDOM.nextDouble(), RANDOM.nextDouble(), RANDOM.nextInt(3)});
        return points;
    }

    private static Points stored(double[]... points) {
        Points stored = new Points(new boolean[] {false, false, true});
        Arrays.stream(points).forEach(stored::add);
        return stored;
    }

    private static double[] targets(double[][] points) {
        return Arrays.stream(points).mapToDouble(p -> Math.sin(3 * p[0]) + p[1] * p[2]).toArray();
    }

    private static Posterior posterior(double[][] points) {
        Posterior posterior = Posterior.of(stored(points), HYPER);
        posterior.explain(targets(points));
        return posterior;
    }

    @Test
    void oneResultIsRegressedAsTheFormulaSays() {
        Posterior posterior = Posterior.of(stored(new double[] {0.7, 0.5, 1}), HYPER);
        posterior.explain(new double[] {2});
        // distances from the middle: 0.4 and 0.2 half ranges on the first line, none on the second
        double covariance = 1.5 * Matern.correlation(4 * 0.01 + 0.5) + 0.2 * (0.08 + 0.0064) / 2;
        double known = 1.5 + 0.2 * (0.16 + 0.0256) / 2 + 1e-3;
        Posterior.Prediction there = posterior.at(new double[] {0.6, 0.5, 0});
        assertThat(there.mean()).isCloseTo(covariance / known * 2, within(1e-12));
        assertThat(there.variance()).isCloseTo(1.5 + 0.2 * (0.04 + 0.0016) / 2 - covariance * covariance / known, within(1e-12));
    }

    @Test
    void aPosteriorThatGrewPredictsLikeOneThatWasBuilt() {
        double[][] all = points(40);
        Posterior grown = Posterior.of(stored(Arrays.copyOf(all, 10)), HYPER);
        Arrays.stream(all).skip(10).forEach(grown::add);
        grown.explain(targets(all));
        double[] there = {0.3, 0.7, 2};
        assertThat(grown.at(there).mean()).isCloseTo(posterior(all).at(there).mean(), within(1e-9));
        assertThat(grown.at(there).variance()).isCloseTo(posterior(all).at(there).variance(), within(1e-9));
    }

    @Test
    void aPointWithoutResultMakesItsSurroundingsCertainAndLeavesTheMean() {
        Posterior posterior = posterior(points(12));
        double[] there = {0.9, 0.1, 1};
        Posterior.Prediction before = posterior.at(there);
        Posterior wider = posterior.copy();
        wider.add(there);
        assertThat(wider.at(there).mean()).isCloseTo(before.mean(), within(1e-12));
        assertThat(wider.at(there).variance()).isLessThan(2e-3).isLessThan(before.variance());
        assertThat(posterior.at(there)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theDerivativesAreThoseOfThePrediction(int axis) {
        Posterior posterior = posterior(points(15));
        double[] there = {0.4, 0.6, 1};
        double[] byMean = new double[1];
        double[] byVariance = new double[1];
        Posterior.Prediction prediction = posterior.at(there, new int[] {axis}, byMean, byVariance);
        assertThat(prediction.mean()).isCloseTo(posterior.at(there).mean(), within(1e-12));
        assertThat(prediction.variance()).isCloseTo(posterior.at(there).variance(), within(1e-9));
        double h = 1e-5;
        double[] right = there.clone();
        double[] left = there.clone();
        right[axis] += h;
        left[axis] -= h;
        assertThat(byMean[0]).isCloseTo((posterior.at(right).mean() - posterior.at(left).mean()) / (2 * h), within(1e-6));
        assertThat(byVariance[0]).isCloseTo((posterior.at(right).variance() - posterior.at(left).variance()) / (2 * h), within(1e-6));
    }

    @Test
    void theRoughVarianceIsAnUpperBound() {
        Posterior posterior = posterior(points(20));
        for (double[] there : points(50)) {
            assertThat(posterior.roughly(there).variance()).isGreaterThanOrEqualTo(posterior.at(there).variance() - 1e-12);
            assertThat(posterior.roughly(there).mean()).isCloseTo(posterior.at(there).mean(), within(1e-12));
        }
    }

    @Test
    void theBestMeanIsTheSmallestAtAResult() {
        double[][] known = points(25);
        Posterior posterior = posterior(known);
        double smallest = Arrays.stream(known).mapToDouble(p -> posterior.at(p).mean()).min().orElseThrow();
        assertThat(Arrays.stream(posterior.means(targets(known))).min().orElseThrow()).isCloseTo(smallest, within(1e-9));
    }

    @Test
    void equalPointsAreToldApartByTheirNoise() {
        double[] same = {0.5, 0.5, 0};
        Posterior posterior = Posterior.of(stored(same, same, same), new Hyper(new double[] {1, 1, 1}, 1, 0.1, Hyper.LEAST_NOISE));
        posterior.explain(new double[] {1, 2, 3});
        assertThat(posterior.at(same).mean()).isCloseTo(2, within(0.1));
    }
}
