package dev.sextant.strategy.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDirectionsTest {
    /// The numbers of the NSGA-III paper, table I: 3 objectives with 12 divisions, 5 with 6, and two layers for 8 (3 and 2 divisions).
    @ParameterizedTest
    @CsvSource({"3, 12, 91", "5, 6, 210", "8, 3, 120", "8, 2, 36", "2, 99, 100", "1, 5, 1"})
    void thereAreAsManyAsThePaperSays(int objectives, int divisions, int count) {
        List<double[]> points = ReferenceDirections.dasDennis(objectives, divisions);
        assertThat(points).hasSize(count);
        assertThat(points.stream().map(Arrays::toString).distinct()).hasSize(count);
        assertThat(points).allSatisfy(point -> {
            assertThat(Arrays.stream(point).sum()).isCloseTo(1, within(1e-14));
            assertThat(Arrays.stream(point).min().orElseThrow()).isNotNegative();
        });
    }

    @ParameterizedTest
    @CsvSource({"2, 50, 50", "3, 50, 45", "4, 50, 35", "6, 50, 42", "8, 156, 156", "6, 3, 6"})
    void thereAreNoMoreThanWantedUnlessEachObjectiveNeedsOne(int objectives, int wanted, int count) {
        assertThat(ReferenceDirections.about(objectives, wanted)).hasSize(count).allSatisfy(
                point -> assertThat(Arrays.stream(point).sum()).isCloseTo(1, within(1e-14)));
    }
}
