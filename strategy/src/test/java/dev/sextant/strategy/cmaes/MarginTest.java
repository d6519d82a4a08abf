package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.numeric.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {
    private static final double ALPHA = 0.05;

    private static Gaussian corrected(Domain domain, double mean, double sigma) {
        Gaussian gaussian = new Gaussian(Region.round(new double[] {mean}, sigma));
        new Margin(List.of(new Axis(Parameter.of("p", domain))), ALPHA).correct(gaussian);
        return gaussian;
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1e-9", "0.52, 0.001", "0.401, 1e-4", "0.05, 1e-6", "0.99, 1e-3", "0.5, 0.3", "0.09999, 1e-8"})
    void everyCellIsLeftWithAChance(double mean, double sigma) {
        Axis axis = new Axis(Parameter.of("p", IntRange.of(0, 9)));
        Gaussian gaussian = corrected(IntRange.of(0, 9), mean, sigma);
        long cell = axis.index(mean);
        assertThat(axis.index(gaussian.mean(0))).isEqualTo(cell);
        double down = cell == 0 ? 0 : Normal.cdf((axis.lower(cell) - gaussian.mean(0)) / gaussian.deviation(0));
        double up = cell == 9 ? 0 : Normal.cdf((gaussian.mean(0) - axis.upper(cell)) / gaussian.deviation(0));
        assertThat(down + up).isGreaterThanOrEqualTo(ALPHA - 1e-9);
    }

    @Test
    void aCellInTheMiddleIsLeftBothWays() {
        Gaussian gaussian = corrected(IntRange.of(0, 9), 0.55, 1e-9);
        assertThat(Normal.cdf((0.5 - gaussian.mean(0)) / gaussian.deviation(0))).isCloseTo(ALPHA / 2, within(1e-9));
        assertThat(Normal.cdf((gaussian.mean(0) - 0.6) / gaussian.deviation(0))).isCloseTo(ALPHA / 2, within(1e-9));
    }

    @Test
    void whatIsWideEnoughOrRealStays() {
        Gaussian wide = corrected(IntRange.of(0, 9), 0.53, 0.2);
        assertThat(wide.mean(0)).isEqualTo(0.53);
        assertThat(wide.deviation(0)).isEqualTo(0.2);
        Gaussian real = corrected(new RealRange(0, 1, Scale.LINEAR), 0.53, 1e-9);
        assertThat(real.mean(0)).isEqualTo(0.53);
        assertThat(real.deviation(0)).isEqualTo(1e-9);
    }
}
