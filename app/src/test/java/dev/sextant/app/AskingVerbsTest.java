package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
/// The verbs with which the user is the loop: `ask`, `tell`, `enqueue`, `add`, one after the other, with real programs.
class AskingVerbsTest {
    @TempDir
    Path folder;
    private Commands commands;

    @BeforeEach
    void aFolderOfItsOwn() {
        commands = new Commands(folder);
    }

    @Nested
    class AskDry {
        @Test
        void showsWhatAskThenGives_andChangesNothing() {
            commands.line("create --name h -p x=0.0..1.0 --strategy random --seed 5");
            commands.line("ask h");
            commands.line("tell h 0 FoM=1");
            var shown = commands.line("ask h --dry --count 2");
            assertThat(shown.lines()).hasSize(2).allMatch(line -> line.contains("\"why\":\""));
            assertThat(commands.line("trials h --json").out()).doesNotContain("\"trial\":1");
            assertThat(commands.line("ask h --dry --flags").out()).isEqualTo(commands.line("ask h --flags").out());
        }
    }

    @Nested
    class AskedByHand {
        @BeforeEach
        void aStudy() {
            assertThat(commands.line("create --name h -p lr=1e-5..1e-1:log@1e-3 -p act=relu,tanh --metric loss:min").out())
                    .isEqualTo("h\n");
        }

        @Test
        void theDefaultsComeFirst_andWhatIsToldIsTheBest() {
            assertThat(commands.line("ask h").out())
                    .isEqualTo("{\"trial\":0,\"attempt\":1,\"parameters\":{\"lr\":0.001,\"act\":\"relu\"}}\n");
            assertThat(commands.line("tell h 0 loss=0.5").code()).isZero();
            assertThat(commands.line("best h --json").out()).contains("\"trial\":0", "\"values\":{\"loss\":0.5}");
        }

        @Test
        void flagsAreReadyForAShell() {
            assertThat(commands.line("ask h --flags").out()).isEqualTo("0 --lr=0.001 --act=relu\n");
        }

        @Test
        void aResultToldTwice_isRefused() {
            commands.line("ask h");
            commands.line("tell h 0 loss=0.5");
            var twice = commands.line("tell h 0 loss=0.4");
            assertThat(twice.code()).isEqualTo(2);
            assertThat(twice.err()).contains("trial 0 is complete");
        }

        @Test
        void failedTrials_areQueuedAgain() {
            commands.line("ask h");
            commands.line("tell h 0 --failed diverged");
            assertThat(commands.line("trials h --where 'state == failed' --columns trial,reason").lines())
                    .containsExactly("trial  reason", "0      diverged");
            assertThat(commands.line("retry h --failed").err()).contains("1 trial is queued again; 'sextant ask h' gives out what is queued.");
            assertThat(commands.line("ask h").out()).contains("\"attempt\":2");
        }

        @Test
        void whatIsEnqueued_comesNext_andWhatIsAddedCounts() {
            commands.line("ask h");
            assertThat(commands.line("enqueue h lr=0.05 act=tanh").out()).isEqualTo("1\n");
            assertThat(commands.line("ask h").out()).contains("\"lr\":0.05,\"act\":\"tanh\"");
            commands.line("add h lr=0.01 -- loss=0.1");
            assertThat(commands.line("best h").out()).contains("0.1", "trial 2");
        }

        @Test
        void aStoppedTrial_isCancelled_andAPausedStudyGivesNothing() {
            commands.line("ask h");
            commands.line("stop h 0");
            assertThat(commands.line("trials h --columns state").lines()).containsExactly("state", "cancelled");
            commands.line("pause h");
            assertThat(commands.line("ask h").err()).contains("Nothing now: the study is paused.");
            assertThat(commands.line("show h").out()).contains("state        paused");
            assertThat(commands.line("list").out()).contains("paused");
            assertThat(commands.line("show h --json").out()).contains("\"state\":\"idle\",\"paused\":true");
            assertThat(commands.line("list --json").out()).contains("\"state\":\"idle\",\"paused\":true");
            commands.line("resume h");
            assertThat(commands.line("show h").out()).contains("state        idle");
            assertThat(commands.line("ask h").out()).contains("\"trial\":1");
        }

        @Test
        void manyShellsAtOnce_getTrialsOfTheirOwn() throws Exception {
            try (var shells = Executors.newFixedThreadPool(12)) {
                Callable<Integer> shell = () -> {
                    var asked = commands.line("ask h");
                    var trial = asked.out().replaceAll("(?s)\\{\"trial\":(\\d+),.*", "$1");
                    return asked.code() + commands.line("tell h %s loss=1".formatted(trial)).code();
                };
                var codes = new ArrayList<Integer>();
                for (var done : shells.invokeAll(Collections.nCopies(12, shell))) {
                    codes.add(done.get());
                }
                assertThat(codes).containsOnly(0);
            }
            assertThat(commands.line("trials h --where 'state == complete' --columns trial").lines()).hasSize(13);
        }
    }
}
