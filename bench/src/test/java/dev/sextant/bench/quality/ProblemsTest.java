package dev.sextant.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class ProblemsTest {
    private static final List<Benchmark> ALL = Benchmarks.select("all,curves,fronts");

    /// Reference: `ioh.get_problem(f, 3, 5, ProblemClass.BBOB)` of ioh 0.4.2; `bench/run quality check` compares thousands.
    @ParameterizedTest
    @CsvSource({"1, -157.63291168", "3, 8218.989427070073", "6, 107899.25896330806", "8, 4354.542039554438", "10, 451071.6735283341",
            "13, 2082.3762058659627", "15, 398.9068078911539", "17, 305.3628160078748", "20, 36052.346609333516", "21, -311.3179791967166",
            "22, 35.54969422957304", "24, 143.8325757813776"})
    void functionsOfBbob_areThoseThatOthersMeasure(int function, double value) {
        double ours = Bbob.of(function, 5, 3).value().applyAsDouble(new double[] {0.5, -1.25, 2.0, -3.5, 4.75});

        assertThat(ours).isCloseTo(value, within(1e-9 * Math.abs(value)));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nothingLiesBelowTheLeast_andEveryConfigurationHasAValue(Benchmark benchmark) {
        for (long seed = 1; seed <= 3; seed++) {
            var instance = benchmark.instance(seed);
            var random = Streams.of(seed, benchmark.name());
            for (int i = 0; i < 200; i++) {
                var configuration = instance.space().configuration(p -> p.domain().at(random.nextDouble()));
                assertThat(instance.loss(configuration)).as("%s", configuration).isGreaterThanOrEqualTo(instance.least() - 1e-9);
            }
        }
    }

    /// A table of trainings that failed would be flat; one whose middle is its optimum would be won by the first trial.
    @ParameterizedTest
    @FieldSource("ALL")
    void problemsAreNeitherFlatNorSolvedByTheirMiddle(Benchmark benchmark) {
        var instance = benchmark.instance(1);
        var random = Streams.of(1, benchmark.name());
        var losses = Stream.generate(() -> instance.loss(instance.space().configuration(p -> p.domain().at(random.nextDouble()))))
                .limit(300).distinct().count();

        assertThat(losses).isGreaterThan(10);
        assertThat(instance.regret(instance.space().start())).isPositive();
    }

    @Test
    void theOptimumOfBbob_isWhereItSays() {
        for (int function : Bbob.FUNCTIONS) {
            var made = Bbob.of(function, 5, 2);
            double[] optimum = made.optimum().stream().mapToDouble(x -> x).toArray();

            assertThat(made.value().applyAsDouble(optimum)).as("f%d", function).isCloseTo(BbobDraws.least(function, 2), within(1e-6));
        }
    }

    @Test
    void namesAreDistinct_andTablesAreSplitInHalves() {
        assertThat(ALL).extracting(Benchmark::name).doesNotHaveDuplicates().hasSizeGreaterThan(45);
        assertThat(Benchmarks.select("tables,develop")).hasSizeGreaterThan(Benchmarks.select("develop").size());
        assertThat(TrainingTables.FOR_DEVELOPMENT).hasSize(Benchmarks.select("tables").size() / 2)
                .allMatch(name -> Benchmarks.find(name).family().equals("tables"));
    }
}
