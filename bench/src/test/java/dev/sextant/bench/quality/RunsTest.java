package dev.sextant.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sextant.model.study.StrategySpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsTest {
    private static Run run(String method, long seed, int workers, int evaluations) {
        var branin = Benchmarks.find("branin");
        return SextantRun.of(branin, StrategySpec.of(method), new Run.Key(branin, method, seed, workers), evaluations);
    }

    @Test
    void theSameSeed_givesTheSameRun_alsoWithManyWorkers() {
        assertThat(run("random", 3, 8, 40).best()).isEqualTo(run("random", 3, 8, 40).best()).hasSize(40);
        assertThat(run("random", 3, 1, 40).best()).isNotEqualTo(run("random", 4, 1, 40).best());
    }

    @Test
    void theBestSoFar_neverRises() {
        assertThat(run("tpe", 1, 4, 60).best()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aLine_readsBack_inThePrecisionOfAFloat() {
        var run = run("random", 1, 1, 30);
        var read = Run.parse(run.line());

        assertThat(read.key()).isEqualTo(run.key());
        assertThat(read.line()).isEqualTo(run.line());
        assertThat(read.at(30)).isCloseTo(run.at(30), withinPercentage(1e-4));
    }

    @Test
    void runsOfAnotherProgram_areForgotten(@TempDir Path folder) {
        var results = new Results(folder, folder.resolve("none"));
        results.keepOnlyOf("random", "a");
        results.append(run("random", 1, 1, 10));
        results.keepOnlyOf("random", "a");
        assertThat(results.read("random", 10)).hasSize(1);
        results.keepOnlyOf("random", "b");
        assertThat(results.read("random", 10)).isEmpty();
    }

    @Test
    void ofTwoRunsOfOneStudy_theShortestThatIsLongEnoughCounts(@TempDir Path folder) {
        var results = new Results(folder, folder.resolve("none"));
        List.of(20, 10, 30).forEach(evaluations -> results.append(run("random", 1, 1, evaluations)));
        assertThat(results.read("random", 10).values()).extracting(Run::evaluations).containsExactly(10);
        assertThat(results.read("random", 11).values()).extracting(Run::evaluations).containsExactly(20);
        assertThat(results.read("random", 31)).isEmpty();
    }

    @Test
    void theFirstMethod_winsAgainstOneThatIsWorseEverywhere(@TempDir Path folder) {
        var results = new Results(folder, folder.resolve("none"));
        var branin = Benchmarks.find("branin");
        for (long seed = 1; seed <= 8; seed++) {
            results.append(new Run(new Run.Key(branin, "good", seed, 1), 1, new double[] {0.02, 0.01}));
            results.append(new Run(new Run.Key(branin, "bad", seed, 1), 1, new double[] {0.03, 0.02}));
        }
        var seeds = LongStream.rangeClosed(1, 8).boxed().toList();
        var figures = new Figures(Comparison.of(results, List.of("good", "bad"), List.of(branin), seeds, new int[] {2, 1}),
                new Scale());

        assertThat(figures.duels()).singleElement().satisfies(duel -> {
            assertThat(duel.p()).isLessThan(0.05);
            assertThat(duel.verdict("anchors")).satisfies(v -> {
                assertThat(v.wins()).isOne();
                assertThat(v.mean().high()).isNegative();
            });
        });
        assertThat(new Page(figures).html()).contains("good", "bad", "<svg").doesNotContain("NaN");
    }
}
