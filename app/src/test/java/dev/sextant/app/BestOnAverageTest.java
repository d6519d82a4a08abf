package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `best` where results are noisy: the luckiest trial, and the one that is best on average.
class BestOnAverageTest {
    @TempDir
    Path folder;

    /// A valley at 0.3 whose results are off by up to 0.05, and one lucky draw far from it.
    private Commands study(double off, double lucky) {
        var commands = new Commands(folder);
        commands.line("create --name n -p x=0.0..1.0 --metric loss:min");
        IntStream.rangeClosed(0, 40).forEach(i -> {
            double x = i / 40.0;
            double noise = off * Math.sin(1000 * i);
            commands.line("add n x=%s -- loss=%s".formatted(x, i == 36 ? lucky : (x - 0.3) * (x - 0.3) + noise));
        });
        return commands;
    }

    @Test
    void bothAreShown() {
        var best = study(0.05, -0.2).line("best n");
        assertThat(best.code()).isZero();
        assertThat(best.out()).contains("Best loss of study 'n': -0.2").contains("Results scatter by ±").contains("is best on average, with ", " ± ", " from 1 result.");
        assertThat(best.out()).containsPattern("  x=0\\.(1|2|3|4)\\d*\n");
        assertThat(new Commands(folder).line("best n --json").out()).containsPattern("\"average\":\\{\"trial\":\\d+,\"value\":[-0-9.e]+,\"error\":[0-9.e-]+,\"results\":1,\"deviation\":[0-9.e-]+}}");
    }

    @Test
    void resultsWithoutNoiseAreWhatTheySay() {
        var commands = study(0, 0.36);
        assertThat(commands.line("best n").out()).doesNotContain("scatter");
        assertThat(commands.line("best n --json").out()).doesNotContain("average");
    }
}
