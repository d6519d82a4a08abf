package dev.sextant.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpectedTrainingTest {
    private static final Benchmark BRANIN = Benchmarks.find("branin");

    private final Scale scale = new Scale();

    /// A run whose scaled regrets are these.
    private Run run(String method, long seed, double... heights) {
        double level = scale.level("branin", seed);
        double[] best = heights.clone();
        for (int i = 0; i < best.length; i++) {
            best[i] *= level;
        }
        return new Run(new Run.Key(BRANIN, method, seed, 1), 1, best);
    }

    private Figures figures(Path folder, Run... runs) {
        var results = new Results(folder, folder.resolve("none"));
        List.of(runs).forEach(results::append);
        return new Figures(Comparison.of(results, List.of("one", "other"), List.of(BRANIN), List.of(1L, 2L, 3L), new int[] {4, 1}), scale);
    }

    @Test
    void allResultsUpToTheTarget_areSharedByTheRunsThatReachIt(@TempDir Path folder) {
        var figures = figures(folder, run("one", 1, 0.9, 0.25, 0.2, 0.2), run("one", 2, 0.9, 0.9, 0.9, 0.9), run("other", 1, 0.9, 0.9, 0.9, 0.4),
                run("other", 2, 0.01, 0.01, 0.01, 0.01), run("other", 3, 0.01, 0.01, 0.01, 0.01));
        var training = new ExpectedTraining(figures.comparison(), scale);
        assertThat(training.runs()).as("the third seed has one method alone").isEqualTo(2);
        assertThat(training.expected("one", 0.3)).hasValue(2 + 4);
        assertThat(training.expected("other", 0.5)).hasValue((4 + 1) / 2.0);
        assertThat(training.expected("one", 0.1)).isEmpty();
        assertThat(training.reached("other", 0.3)).isOne();
    }

    @Test
    void aDocument_getsTheTableAndThePicture(@TempDir Path folder) {
        var figures = figures(folder, run("one", 1, 0.9, 0.25, 0.2, 0.2), run("other", 1, 0.9, 0.9, 0.9, 0.4));
        assertThat(new MarkdownTables(figures).table("training")).contains("(1 runs each) | one | other |", "| 0.3 | **2** | – |", "| – runs that reach it | 1 | 0 |");
        assertThat(new Picture(figures).svg()).startsWith("<svg xmlns=").contains("branin", "one", "other").doesNotContain("NaN");
    }
}
