package dev.sextant.strategy.moea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealVariationTest {
    private static final int DRAWS = 20_000;

    private final RandomGenerator random = Streams.of(1, "variation");

    private static double[] draws(DoubleSupplier source) {
        return DoubleStream.generate(source).limit(DRAWS).toArray();
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.6", "0.6, 0.4", "0, 1", "0, 0.001", "0.999, 1", "0.5, 0.5"})
    void childrenLieInTheRangeAndHalfOfThemNearEachParent(double one, double other) {
        double[] children = draws(() -> RealVariation.cross(one, other, random));
        assertThat(DoubleStream.of(children)).allSatisfy(x -> assertThat(x).isBetween(0.0, 1.0));
        double middle = (one + other) / 2;
        assertThat(DoubleStream.of(children).filter(x -> x < middle).count()).isCloseTo(one == other ? 0 : DRAWS / 2, within(400L));
    }

    /// Far from the ends the spread is symmetric about its median 1: half of the children lie between their parents.
    @Test
    void farFromTheEndsHalfOfTheChildrenLieBetweenTheirParents() {
        double[] children = draws(() -> RealVariation.cross(0.49, 0.51, random));
        assertThat(DoubleStream.of(children).filter(x -> x > 0.49 && x < 0.51).count()).isCloseTo(DRAWS / 2, within(400L));
    }

    /// With the index 10 the step has the density 11·(1 − |δ|)¹⁰ / 2 far from the ends: |δ| > 0.1 with the chance 0.9¹¹ = 0.3138.
    @Test
    void aMutationMovesByTheStepsOfItsIndex() {
        double[] mutants = draws(() -> RealVariation.mutate(0.5, random));
        long far = DoubleStream.of(mutants).filter(x -> Math.abs(x - 0.5) > 0.1).count();
        assertThat((double) far / DRAWS).isCloseTo(0.3138, within(0.015));
        assertThat(DoubleStream.of(mutants).average().orElseThrow()).isCloseTo(0.5, within(0.003));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 0.02, 0.98, 1})
    void aMutationNeverLeavesTheRange(double x) {
        double[] mutants = draws(() -> RealVariation.mutate(x, random));
        assertThat(DoubleStream.of(mutants)).allSatisfy(y -> assertThat(y).isBetween(0.0, 1.0));
        assertThat(DoubleStream.of(mutants).distinct().count()).isGreaterThan(DRAWS / 3);
    }
}
