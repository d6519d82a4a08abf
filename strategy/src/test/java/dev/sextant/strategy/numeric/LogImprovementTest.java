package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogImprovementTest {
    /// Computed with mpmath 1.3 at 60 digits.
    @ParameterizedTest
    @CsvSource({
        "3, 1.0987396653277078, 0.33284096845179524",
        "0, -0.91893853320467274, 1.2533141373155003",
        "-0.5, -1.6205162643873199, 1.5598731483480797",
        "-1, -2.4851210257126413, 1.9042712333296918",
        "-1.5, -3.5299359208057099, 2.2795806941564462",
        "-5, -16.74430116266099, 5.3618162412880885",
        "-20, -206.9178385094251, 20.099262811101282",
        "-39.5, -788.39845835065316, 39.550535990053829",
        "-40.5, -828.4483675837257, 40.549292778737202",
        "-100, -5010.1295788002498, 100.01999400419587",
        "-1000, -500014.73445209116, 1000.001999994"
    })
    void valuesAndSlopesAreExactFarOut(double z, double value, double slope) {
        assertThat(LogImprovement.of(z)).isCloseTo(value, within(1e-9));
        assertThat(LogImprovement.slope(z)).isCloseTo(slope, Percentage.withPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-60, -7, -1, 0, 0.5, 4})
    void theTwoPartsOfTheImprovementAddUpToIt(double z) {
        // h = φ + z·Φ, so φ/h + z·Φ/h = 1
        double scale = Math.max(1, z * z);
        assertThat(LogImprovement.byDeviation(z) + z * LogImprovement.slope(z)).isCloseTo(1, within(1e-8 * scale));
    }
}
