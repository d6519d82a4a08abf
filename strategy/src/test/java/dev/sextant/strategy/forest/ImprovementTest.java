package dev.sextant.strategy.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {
    /// Reference values by mpmath with 60 digits: log(npdf(z) + z·ncdf(z)).
    @ParameterizedTest
    @CsvSource({
        "3, 1.09873966532771", "0, -0.918938533204673", "-1, -2.48512102571264", "-2, -4.76878352391711",
        "-5, -16.744301162661", "-10, -55.5531220361224", "-24, -295.280223234805", "-26, -345.439546722318",
        "-100, -5010.12957880025", "-1000, -500014.734452091"
    })
    void theLogarithmIsAccurateFarInTheTail(double z, double expected) {
        assertThat(Improvement.logUnit(z)).isCloseTo(expected, within(Math.abs(expected) * 1e-8));
    }

    @Test
    void twiceAllLengthsIsTwiceTheImprovement() {
        assertThat(Improvement.log(2, 4, 16)).isCloseTo(Improvement.log(1, 2, 4) + Math.log(2), within(1e-9));
    }

    @Test
    void withoutDoubtTheBetterMeanWins() {
        assertThat(Improvement.log(0, 0.1, 0)).isGreaterThan(Improvement.log(0, 0.2, 0));
    }
}
