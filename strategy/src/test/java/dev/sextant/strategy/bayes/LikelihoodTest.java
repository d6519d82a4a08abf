package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.QuasiNewton;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final QuasiNewton.Setup SETUP = new QuasiNewton.Setup(60, 1e-3, 6, 1);

    /// Results of a function that depends on the first of two lines alone.
    private static Likelihood likelihood(double noise) {
        RandomGenerator random = Streams.of(3, "likelihood");
        Points points = new Points(new boolean[] {false, false, true});
        double[] targets = new double[30];
        for (int i = 0; i < targets.length; i++) {
            double[] point = {random.nextDouble(), random.nextDouble(), random.nextInt(-1, 2)};
            points.add(point);
            targets[i] = Math.sin(7 * point[0]) + noise * random.nextGaussian();
        }
        return new Likelihood(points, targets, Likelihood.LITTLE_NOISE);
    }

    @Test
    void oneResultHasTheDensityOfANormalDrawAndThePriors() {
        Points points = new Points(new boolean[] {false});
        points.add(new double[] {0.2});
        double[] logs = {Math.log(2), 0.5, -1, -3};
        double variance = Math.exp(0.5) + Math.exp(-1) * (0.36 + 0.1296) + Math.exp(-3); // 0.6 half ranges from the middle
        double expected = 0.5 * (1.7 * 1.7 / variance + Math.log(variance)) + 0.1 / 2 + 0.1 * 2 + 0.5 * 0.25 + 0.5 * 4 / 4 + 0.5 * 16 / 4;
        assertThat(new Likelihood(points, new double[] {1.7}, Likelihood.LITTLE_NOISE).at(logs, new double[4])).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theGradientIsThatOfTheValue() {
        Likelihood likelihood = likelihood(0.1);
        double[] logs = {1, -0.5, 0.3, 0.4, -2, -4};
        double[] gradient = new double[6];
        likelihood.at(logs, gradient);
        for (int i = 0; i < logs.length; i++) {
            double[] right = logs.clone();
            double[] left = logs.clone();
            right[i] += 1e-5;
            left[i] -= 1e-5;
            double difference = (likelihood.at(right, new double[6]) - likelihood.at(left, new double[6])) / 2e-5;
            assertThat(gradient[i]).isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
        }
    }

    @Test
    void aFitFindsWhichAxisMattersAndHowNoisyResultsAre() {
        Hyper exact = likelihood(0).fit(Hyper.standard(3), SETUP).hyper();
        Hyper noisy = likelihood(0.5).fit(Hyper.standard(3), SETUP).hyper();
        assertThat(exact.weights()[0]).isGreaterThan(20 * exact.weights()[1]);
        assertThat(exact.noise()).isLessThan(1e-3);
        assertThat(noisy.noise()).isBetween(0.05, 0.6);
        assertThat(Arrays.stream(noisy.weights()).allMatch(w -> w > 0)).isTrue();
    }
}
