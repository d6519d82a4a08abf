package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
    /// For n = 10 and λ = 10, from the Python package cmaes 0.13.1.
    @Test
    void theRatesAreThoseOfOthers() {
        Rates rates = new Rates(10, 10);
        assertThat(rates.weights()).containsExactly(new double[] {
            0.45627265, 0.2707531, 0.16223112, 0.08523355, 0.02550959, -0.08532086, -0.2364766, -0.36741366, -0.48290833, -0.58622183},
            within(1e-8));
        assertThat(rates.muEff()).isCloseTo(3.1672992814107026, within(1e-13));
        assertThat(rates.c1()).isCloseTo(0.015283824524751714, within(1e-16));
        assertThat(rates.cMu()).isCloseTo(0.02015428276120838, within(1e-16));
        assertThat(rates.cSigma()).isCloseTo(0.2844285879463675, within(1e-15));
        assertThat(rates.dSigma()).isCloseTo(1.2844285879463675, within(1e-15));
        assertThat(rates.cC()).isCloseTo(0.29499038303562225, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "1, 5", "2, 6", "10, 10", "10, 1000", "200, 19", "200, 4"})
    void theMatrixKeepsAPositiveShareWhateverTheSizes(int dimensions, int lambda) {
        Rates rates = new Rates(dimensions, lambda);
        assertThat(Arrays.stream(rates.weights(), 0, rates.mu()).sum()).isCloseTo(1, within(1e-12));
        assertThat(rates.weights()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(rates.c1() + rates.cMu()).isBetween(0.0, 1.0);
        double negative = Arrays.stream(rates.weights(), rates.mu(), lambda).sum();
        assertThat(1 - rates.c1() - rates.cMu() + rates.cMu() * negative * dimensions).isGreaterThanOrEqualTo(-1e-12);
    }
}
