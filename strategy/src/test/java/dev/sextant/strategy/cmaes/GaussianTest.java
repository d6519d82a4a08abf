package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cmaes.Gaussian.Told;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final boolean[] ACTIVE = {true, true, true};

    private static double[] point(int g, int k) {
        return new double[] {0.5 + 0.3 * Math.sin(1 + 7 * g + 3 * k), 0.4 + 0.25 * Math.cos(2 + 5 * g + 2 * k),
            0.35 + 0.2 * Math.sin(3 + g * k + k)};
    }

    private static double loss(double[] x) {
        return Math.pow(x[0] - 0.2, 2) + 3 * Math.pow(x[1] - 0.3, 2) + Math.pow(x[2] - x[0], 2);
    }

    private static List<Told> generation(int g, boolean fresh) {
        return IntStream.range(0, 7).mapToObj(k -> point(g, k)).sorted(Comparator.comparingDouble(GaussianTest::loss))
                .map(x -> new Told(x, ACTIVE, fresh)).toList();
    }

    private static double covariance(Gaussian gaussian, int i) {
        return Math.pow(gaussian.deviation(i) / gaussian.sigma(), 2);
    }

    /// Four updates with made-up points, as the Python package cmaes 0.13.1 does them.
    @Test
    void updatesAreThoseOfOthers() {
        Gaussian gaussian = new Gaussian(Region.round(new double[] {0.5, 0.4, 0.3}, 0.2));
        gaussian.update(generation(0, true), new Rates(3, 7));
        assertThat(gaussian.mean(0)).isCloseTo(0.32470868, within(1e-8));
        assertThat(gaussian.sigma()).isCloseTo(0.18819109499727674, within(1e-12));
        for (int g = 1; g < 4; g++) {
            gaussian.update(generation(g, true), new Rates(3, 7));
        }
        assertThat(gaussian.mean(0)).isCloseTo(0.3511184, within(1e-7));
        assertThat(gaussian.mean(1)).isCloseTo(0.30986089, within(1e-7));
        assertThat(gaussian.mean(2)).isCloseTo(0.29239695, within(1e-7));
        assertThat(gaussian.sigma()).isCloseTo(0.13222053849802373, within(1e-8));
        assertThat(covariance(gaussian, 0)).isCloseTo(0.55868807, within(1e-7));
        assertThat(covariance(gaussian, 1)).isCloseTo(0.72706756, within(1e-7));
        assertThat(covariance(gaussian, 2)).isCloseTo(0.90515778, within(1e-7));
    }

    @Test
    void drawsHaveTheMeanAndTheDeviations() {
        Gaussian gaussian = new Gaussian(Region.round(new double[] {0.5, 0.4, 0.3}, 0.2));
        for (int g = 0; g < 4; g++) {
            gaussian.update(generation(g, true), new Rates(3, 7));
        }
        RandomGenerator random = Streams.of(1, "draws");
        double[][] draws = IntStream.range(0, 20_000).mapToObj(_ -> gaussian.sample(random, 1)).toArray(double[][]::new);
        for (int i = 0; i < 3; i++) {
            int axis = i;
            double mean = IntStream.range(0, draws.length).mapToDouble(k -> draws[k][axis]).average().orElseThrow();
            double square = IntStream.range(0, draws.length).mapToDouble(k -> Math.pow(draws[k][axis] - mean, 2)).average().orElseThrow();
            assertThat(mean).isCloseTo(gaussian.mean(i), within(4 * gaussian.deviation(i) / Math.sqrt(draws.length)));
            assertThat(Math.sqrt(square)).isCloseTo(gaussian.deviation(i), within(0.03 * gaussian.deviation(i)));
        }
    }

    @Test
    void aResultFromFarAwayMovesTheMeanByALimitedStep() {
        Gaussian gaussian = new Gaussian(Region.round(new double[] {0.5, 0.5, 0.5}, 0.001));
        List<Told> far = IntStream.range(0, 7).mapToObj(_ -> new Told(new double[] {0.9, 0.5, 0.5}, ACTIVE, false)).toList();
        gaussian.update(far, new Rates(3, 7));
        assertThat(gaussian.mean(0)).isBetween(0.5005, 0.504);
        assertThat(gaussian.sigma()).isLessThan(0.003);
    }

    @Test
    void theMeanOfAnInactiveCoordinateStays() {
        Gaussian gaussian = new Gaussian(Region.round(new double[] {0.5, 0.4, 0.3}, 0.2));
        boolean[] withoutFirst = {false, true, true};
        gaussian.update(generation(0, true).stream().map(told -> new Told(told.point(), withoutFirst, true)).toList(), new Rates(3, 7));
        assertThat(gaussian.mean(0)).isEqualTo(0.5);
        assertThat(gaussian.mean(1)).isNotEqualTo(0.4);
    }
}
