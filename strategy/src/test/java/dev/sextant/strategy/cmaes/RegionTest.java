package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionTest {
    /// The best four of forty results, as `get_warm_start_mgd` of the Python package cmaes 0.13.1 sees them.
    @Test
    void theRegionOfGoodResultsIsThatOfOthers() {
        List<double[]> good = IntStream.range(0, 4).mapToObj(i -> new double[] {0.2 + 0.05 * i, 0.6 - 0.03 * i * i + 0.1 * i}).toList();
        Region region = Region.around(good, new double[] {0.5, 0.5});
        assertThat(region.mean()).containsExactly(new double[] {0.275, 0.645}, within(1e-12));
        assertThat(region.sigma()).isCloseTo(0.10960389489764467, within(1e-12));
        assertThat(region.covariance()[0][0]).isCloseTo(1.09256513, within(1e-8));
        assertThat(region.covariance()[1][0]).isCloseTo(0.05202691, within(1e-8));
        assertThat(region.covariance()[1][1]).isCloseTo(0.91775471, within(1e-8));
    }

    @Test
    void whatIsUnknownStandsInTheMeanOfTheKnown() {
        Region region = Region.around(List.of(new double[] {0.2, Double.NaN}, new double[] {Double.NaN, Double.NaN}), new double[] {0.5, 0.7});
        assertThat(region.mean()).containsExactly(0.2, 0.7);
        assertThat(region.sigma()).isCloseTo(0.1, within(1e-12));
    }
}
