package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
final class InterruptedTest {
    private static final int INTERRUPTED = 130;

    @TempDir
    private Path folder;

    private Shells shells;

    private Programs programs;

    @BeforeEach
    void open() {
        shells = new Shells(folder);
        programs = new Programs(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void onceSignalled_itPutsItsTrialsBack_andSaysHowToGoOn(String signal) {
        var tune = shells.tune("--name cut --trials 5 --slots 2", programs.waiting());
        programs.awaitBegun(2, tune);
        tune.signal(signal);
        var ended = tune.end();

        assertThat(ended.code()).isEqualTo(INTERRUPTED);
        assertThat(ended.err()).contains("Stopping");
        assertThat(ended.out()).contains("To go on", "sextant tune cut");
        assertThat(programs.processes()).noneMatch(Programs::isAlive);
        assertThat(shells.trials("cut").numbers("queued")).containsExactly(0, 1);
    }

    @Test
    void whatWasInterrupted_goesOnWithTheSameTrials() {
        var tune = shells.tune("--name cut --trials 3 --slots 1", programs.waiting());
        programs.awaitBegun(1, tune);
        tune.signal("INT");
        tune.end();
        var before = shells.trials("cut").trial(0);
        programs.go();
        shells.run("tune", "cut").good();

        var after = shells.trials("cut");
        assertThat(after.numbers("complete")).containsExactly(0, 1, 2);
        assertThat(after.trial(0).x()).isEqualTo(before.x());
    }

    @Test
    void twiceSignalled_itKillsProgramsThatDoNotListen_withoutWaitingForTheirGrace() {
        var tune = shells.tune("--name deaf --trials 5 --slots 2 --grace 10m", programs.stubborn());
        programs.awaitBegun(2, tune);
        tune.signal("INT");
        Await.until("it has heard the first signal", () -> tune.err().contains("Stopping"), tune::err);
        assertThat(programs.processes()).allMatch(Programs::isAlive);
        tune.signal("INT");

        assertThat(tune.end().code()).isEqualTo(INTERRUPTED);
        assertThat(programs.processes()).noneMatch(Programs::isAlive);
        assertThat(shells.trials("deaf").numbers("queued")).containsExactly(0, 1);
    }
}
