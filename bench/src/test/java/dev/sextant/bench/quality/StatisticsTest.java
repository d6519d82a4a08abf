package dev.sextant.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {
    /// Reference: `scipy.stats.wilcoxon(d, correction=True, mode='approx')` of scipy 1.17.1.
    @Test
    void theSignedRankTest_agreesWithScipy_alsoWithTiesAndZeros() {
        assertThat(Statistics.wilcoxon(new double[] {1.2, -0.4, 2.2, 0.9, -0.1, 1.7, 0.4, 3.1, -0.8, 0.6}))
                .isCloseTo(0.05917104905405068, within(1e-12));
        assertThat(Statistics.wilcoxon(new double[] {1, 1, 2, -1, 3, 2, 0, 4, -2, 1, 5})).isCloseTo(0.05703080526939997, within(1e-12));
    }

    @Test
    void fewerThanSixDifferences_proveNothing() {
        assertThat(Statistics.wilcoxon(new double[] {1, 2, 3, 4, 5, 0, 0})).isEqualTo(1);
    }

    @Test
    void holm_multipliesTheLeastByTheirNumber_andNeverDescends() {
        assertThat(Statistics.holm(new double[] {0.04, 0.01, 0.03})).containsExactly(new double[] {0.06, 0.03, 0.06}, within(1e-15));
    }

    @Test
    void equalNumbers_shareTheMeanOfTheirRanks() {
        assertThat(Statistics.ranks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    }

    @Test
    void theInterval_holdsTheMean_andShrinksToItWithoutSpread() {
        var spread = Statistics.mean(List.of(new double[] {1, 2, 3, 4}, new double[] {10, 12}));
        assertThat(spread.mean()).isEqualTo(6.75);
        assertThat(spread.low()).isBetween(5.0, 6.74);
        assertThat(spread.high()).isBetween(6.76, 8.0);
        assertThat(Statistics.mean(List.of(new double[] {-1, -1})).excludesZero()).isTrue();
    }
}
