package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaternTest {
    @Test
    void theCorrelationFallsFromOne() {
        assertThat(Matern.correlation(0)).isEqualTo(1);
        assertThat(Matern.correlation(1)).isCloseTo(0.5239941088318203, within(1e-15)); // mpmath 1.3, 60 digits
        assertThat(Matern.correlation(1e6)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 1, 7})
    void theSlopeIsTheDerivativeByTheSquare(double square) {
        double h = 1e-5 * square;
        double difference = (Matern.correlation(square + h) - Matern.correlation(square - h)) / (2 * h);
        assertThat(Matern.slope(square)).isCloseTo(difference, within(1e-8));
    }

    @Test
    void theSlopeIsFiniteWhereTwoPointsMeet() {
        assertThat(Matern.slope(0)).isEqualTo(-5.0 / 6);
    }
}
