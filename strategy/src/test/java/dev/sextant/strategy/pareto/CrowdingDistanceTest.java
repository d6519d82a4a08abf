package dev.sextant.strategy.pareto;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrowdingDistanceTest {
    /// Ranges 4 and 8. The second point's neighbours are 3 and 7 apart: 3/4 + 7/8. The third's 3 and 4: 3/4 + 4/8.
    @Test
    void isTheSumOfTheSidesOfTheBoxBetweenTheNeighbours() {
        double[][] front = {{0, 8}, {1, 4}, {3, 1}, {4, 0}};
        assertThat(CrowdingDistance.of(front)).containsExactly(new double[] {POSITIVE_INFINITY, 1.625, 1.25, POSITIVE_INFINITY}, within(1e-15));
    }

    @Test
    void aCopyIsMoreCrowdedThanAnythingElse() {
        double[][] front = {{0, 8}, {1, 4}, {1, 4}, {0, 8}, {4, 0}};
        assertThat(CrowdingDistance.of(front)).containsExactly(new double[] {POSITIVE_INFINITY, 2, 0, 0, POSITIVE_INFINITY}, within(1e-15));
    }

    @Test
    void anObjectiveWithoutARangeAddsNothing() {
        assertThat(CrowdingDistance.of(new double[][] {{7, 0}, {7, 0}})).containsExactly(POSITIVE_INFINITY, 0);
        assertThat(CrowdingDistance.of(new double[][] {{7, 1, 5}, {7, 2, 3}, {7, 3, 1}}))
                .containsExactly(POSITIVE_INFINITY, 2, POSITIVE_INFINITY);
        assertThat(CrowdingDistance.of(new double[0][])).isEmpty();
    }

    @Test
    void lossesOfEverySizeGiveNumbers() {
        double most = Double.MAX_VALUE;
        assertThat(CrowdingDistance.of(new double[][] {{-most, most}, {0, 0}, {most, -most}})[1]).isCloseTo(2, within(1e-15));
    }
}
