package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectedVolumeTest {
    private static final int DRAWS = 200_000;
    private static final double ROUNDING = 1e-12;

    private final Random random = new Random(11);

    private double[][] front(int objectives) {
        return IntStream.range(0, 8).mapToObj(_ -> random.doubles(objectives).toArray()).toArray(double[][]::new);
    }

    private static double[] all(int objectives, double value) {
        double[] row = new double[objectives];
        Arrays.fill(row, value);
        return row;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void itIsTheMeanGainOfManyDraws(int objectives) {
        double[][] front = front(objectives);
        double[] reference = all(objectives, 1.2);
        double[] means = all(objectives, 0.35);
        double[] deviations = IntStream.range(0, objectives).mapToDouble(k -> 0.1 + 0.1 * k).toArray();
        double sum = 0;
        int joined = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] drawn = IntStream.range(0, objectives).mapToDouble(k -> means[k] + deviations[k] * random.nextGaussian()).toArray();
            double gain = Hypervolume.gain(drawn, front, reference);
            sum += gain;
            joined += gain > ROUNDING ? 1 : 0;
        }
        var expected = new ExpectedVolume(front, reference);
        assertThat(Math.exp(expected.log(means, deviations))).isCloseTo(sum / DRAWS, within(0.01 * sum / DRAWS));
        assertThat(expected.chance(means, deviations)).isCloseTo((double) joined / DRAWS, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1.5, 40})
    void theDerivativesAreThoseOfTheLogarithm_alsoWhereTheGainVanishes(double mean) {
        var expected = new ExpectedVolume(front(3), all(3, 1.2));
        double[] means = {mean, 0.3, 0.5};
        double[] deviations = {0.2, 0.05, 0.3};
        double[] byMean = new double[3];
        double[] byDeviation = new double[3];
        double log = expected.log(means, deviations, byMean, byDeviation);
        assertThat(log).isEqualTo(expected.log(means, deviations)).isFinite();
        for (int k = 0; k < 3; k++) {
            double step = 1e-6;
            assertThat(byMean[k]).isCloseTo(slope(expected, means, deviations, means, k, step), within(1e-4 * (1 + Math.abs(byMean[k]))));
            assertThat(byDeviation[k]).isCloseTo(slope(expected, means, deviations, deviations, k, step), within(1e-4 * (1 + Math.abs(byDeviation[k]))));
        }
    }

    /// By the difference of two values around one of the numbers.
    private static double slope(ExpectedVolume expected, double[] means, double[] deviations, double[] moved, int k, double step) {
        double here = moved[k];
        moved[k] = here + step;
        double on = expected.log(means, deviations);
        moved[k] = here - step;
        double back = expected.log(means, deviations);
        moved[k] = here;
        return (on - back) / (2 * step);
    }

    @Test
    void itNeverFallsWithADeviation() {
        var expected = new ExpectedVolume(front(3), all(3, 1.2));
        for (int i = 0; i < 500; i++) {
            double[] means = random.doubles(3, -0.5, 2).toArray();
            double[] deviations = random.doubles(3, 0.01, 1).toArray();
            double[] larger = Arrays.stream(deviations).map(d -> d * (1 + random.nextDouble())).toArray();
            assertThat(expected.log(means, larger)).isGreaterThanOrEqualTo(expected.log(means, deviations) - 1e-9);
        }
    }

    @Test
    void withOneObjective_itIsTheExpectedImprovement() {
        var expected = new ExpectedVolume(new double[][] {{0.7}, {0.4}}, new double[] {2});
        assertThat(expected.log(new double[] {0.9}, new double[] {0.3})).isCloseTo(Math.log(0.3) + LogImprovement.of((0.4 - 0.9) / 0.3), within(1e-12));
    }
}
