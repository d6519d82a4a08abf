package dev.sextant.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CrashingTest {
    private static final int DRAWS = 400;

    /// The part of even draws that fails.
    private static double failing(Benchmark.Instance instance) {
        var random = new Random(1);
        return random.ints(DRAWS).filter(_ -> Double.isNaN(instance.loss(instance.space().configuration(p -> p.domain().at(random.nextDouble()))))).count()
                / (double) DRAWS;
    }

    @ParameterizedTest
    @CsvSource({"crashing, 0.15, 0.6", "flaky, 0.18, 0.32"})
    void aPartOfTheSpaceFails(String family, double least, double most) {
        for (var problem : Benchmarks.select(family)) {
            for (long seed = 1; seed <= 3; seed++) {
                assertThat(failing(problem.instance(seed))).as(problem.name() + " " + seed).isBetween(least, most);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"crashing-branin", "flaky-branin"})
    void aFailureIsNoRegret_andTheOthersKeepTheirs(String name) {
        var instance = Benchmarks.find(name).instance(1);
        assertThat(instance.regretOf(Double.NaN)).isGreaterThan(1e20);
        assertThat(instance.reached(List.of(List.of(Double.NaN), List.of(instance.least() + 2), List.of(instance.least() + 3)))).isEqualTo(2);
    }
}
