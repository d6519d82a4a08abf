package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// One study, several shells at once.
@EnabledOnOs(OS.LINUX)
final class SharedStudyTest {
    private static final int SHELLS = 50;

    @TempDir
    private Path folder;

    private Shells shells;

    private Programs programs;

    @BeforeEach
    void open() {
        shells = new Shells(folder);
        programs = new Programs(folder);
    }

    private Running tune(String flags) {
        var tune = shells.tune("--name shared " + flags, programs.waiting());
        programs.awaitBegun(2, tune);
        return tune;
    }

    @Test
    void aSecondRunIsRefusedPolitely_andTheFirstGoesOn() {
        var first = tune("--trials 4 --slots 2");
        var second = shells.run("tune", "shared");
        programs.go();

        assertThat(second.code()).isEqualTo(3);
        assertThat(second.err()).contains("shared", Long.toString(first.process().pid()), "since").doesNotContain("\tat ");
        assertThat(second.out()).isEmpty();
        first.end().good();
        assertThat(shells.trials("shared").numbers("complete")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatReadsMayReadWhileItRuns() {
        var tune = tune("--trials 2 --slots 2");
        shells.run("add", "shared", "x=0.25", "--", "loss=0.125").good();

        assertThat(shells.run("list").good()).contains("shared");
        assertThat(shells.run("show", "shared").good()).contains("2 running", "1 complete");
        assertThat(shells.run("best", "shared").good()).contains("0.125");
        assertThat(shells.trials("shared").numbers("running")).containsExactly(0, 1);
        assertThat(shells.run("events", "shared").good().lines()).hasSizeGreaterThan(4);
        assertThat(shells.run("log", "shared", "0").code()).isZero();
        assertThat(shells.run("export", "shared").good()).contains("0.125");
        shells.run("report", "shared").good();

        programs.go();
        tune.end().good();
    }

    @Test
    void aStudyThatAPipeHoldsIsSteeredFromShells() {
        var pipe = shells.startBehind(List.of("sh", "-c", """
                { echo '{"create":{"study":"piped","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"}}}'
                  until [ -e "$1" ]; do sleep 0.05; done; } | "$2" pipe
                """, "sh", folder.resolve("enough").toString()));
        Await.until("the pipe holds the study", () -> pipe.out().contains("piped"), pipe::err);

        assertThat(shells.run("ask", "piped").good()).contains("\"trial\":0");
        shells.run("tell", "piped", "0", "loss=0.5").good();
        assertThat(shells.run("best", "piped").good()).contains("0.5");
        shells.run("enqueue", "piped", "x=0.75").good();
        assertThat(folder.resolve("enough").toFile().mkdir()).isTrue();
        pipe.end().good();
        assertThat(shells.trials("piped").numbers("complete")).containsExactly(0);
    }

    @Test
    void whatSteersReachesTheOneWhoRunsIt() {
        var tune = tune("--trials 6 --slots 2");

        var enqueued = Integer.parseInt(shells.run("enqueue", "shared", "x=0.75").good().strip());
        var added = Integer.parseInt(shells.run("add", "shared", "x=0.25", "--", "loss=0.5").good().strip());
        long stopped = programs.processes().getFirst();
        shells.run("stop", "shared", "0").good();
        Await.until("the slot of the stopped trial is used again", () -> programs.processes().size() >= 3, tune::err);
        shells.run("pause", "shared").good();
        programs.go();
        Await.until("what runs has ended", () -> shells.trials("shared").in("running").isEmpty(), tune::err);
        assertThat(tune.process().isAlive()).isTrue();
        var paused = shells.trials("shared");
        shells.run("resume", "shared").good();
        tune.end().good();

        assertThat(Programs.isAlive(stopped)).isFalse();
        assertThat(paused.numbers("complete")).containsExactlyInAnyOrder(1, enqueued, added);
        var trials = shells.trials("shared");
        assertThat(trials.trial(0).state()).isEqualTo("cancelled");
        assertThat(trials.trial(enqueued)).extracting(Trials.Trial::x, Trials.Trial::loss).containsExactly("0.75", "0.75");
        assertThat(trials.trial(added).loss()).isEqualTo("0.5");
        assertThat(trials.in("complete")).hasSize(6);
    }

    @Test
    void aRunThatIsStoppedFromAnotherShell_putsItsTrialsBack() {
        var tune = tune("--trials 4 --slots 2");
        shells.run("stop", "shared").good();

        assertThat(tune.end().code()).isEqualTo(130);
        assertThat(shells.trials("shared").numbers("queued")).containsExactly(0, 1);
    }

    @Test
    void fiftyShellsAskAtOnce_andTellAtOnce() {
        shells.run("create", "--name", "hands", "-p", "x=0.0..1.0", "--metric", "loss:min", "--strategy", "random").good();

        var asked = all(IntStream.range(0, SHELLS).mapToObj(i -> new String[] {"ask", "hands", "--flags"})).stream()
                .map(line -> Integer.valueOf(line.split(" ", -1)[0])).toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(IntStream.range(0, SHELLS).boxed().toList());

        all(asked.stream().map(trial -> new String[] {"tell", "hands", trial.toString(), "loss=" + trial + ".5"}));
        assertThat(shells.trials("hands").in("complete")).hasSize(SHELLS)
                .allSatisfy(trial -> assertThat(trial.loss()).isEqualTo(trial.number() + ".5"));
    }

    /// What shells print that were all started at once and that all end well.
    private List<String> all(Stream<String[]> lines) {
        return lines.map(shells::start).toList().stream().map(started -> started.end().good()).toList();
    }
}
