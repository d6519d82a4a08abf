package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.trial.Artifact;
import dev.sextant.server.artifact.BroughtArtifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `artifacts` of studies that ran here.
class ArtifactsTest {
    private static final String DIGEST_OF_A = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7";

    @TempDir
    Path folder;
    private Commands commands;

    @BeforeEach
    void aFolderOfItsOwn() {
        commands = new Commands(folder);
    }

    private void tune(String... more) {
        var line = "tune --name q -p x=0.0..1.0 --trials 2 --slots 1 --quiet " + String.join(" ", more)
                + " -- sh -c 'cd $SEXTANT_RUN_DIR; mkdir plots; echo a > model.pt; printf %01000d 0 > plots/loss.png; echo FoM=1'";
        assertThat(commands.line(line).code()).isZero();
    }

    @Test
    void whatTrialsLeft_isListedAndFetched() throws IOException {
        tune("--artifact model.pt", "--artifact plots/");
        assertThat(commands.line("artifacts").lines()).containsExactly("trial  size    name", "0      2 B     model.pt", "0      1000 B  plots/loss.png",
                "1      2 B     model.pt", "1      1000 B  plots/loss.png");
        assertThat(commands.line("artifacts q 1").lines().get(1)).isEqualTo("2 B     " + DIGEST_OF_A + "  model.pt");
        assertThat(commands.line("artifacts 1 --json").out()).startsWith(
                "{\"study\":\"q\",\"artifacts\":[{\"trial\":1,\"attempt\":1,\"name\":\"model.pt\",\"size\":2,\"sha256\":\"%s\"}".formatted(DIGEST_OF_A));
        assertThat(commands.line("artifacts q 1 model.pt").out()).isEqualTo("a\n");
        assertThat(commands.line("artifacts 1 plots/loss.png --output plot.png").out()).isEqualTo(folder.resolve("plot.png") + "\n");
        assertThat(folder.resolve("plot.png")).hasSize(1000);
    }

    @Test
    void aStudyThatNamedNone_mayNameThemAfterwards() {
        tune();
        assertThat(commands.line("artifacts q").err()).isEqualTo(
                "sextant: Study 'q' names no artifacts. From the next run on: sextant tune q --artifact model.pt\n");
        assertThat(commands.line("tune q --artifact *.pt --quiet").code()).isZero();
        assertThat(commands.line("artifacts q 0").lines()).hasSize(2);
        assertThat(commands.line("show q").out()).contains("artifacts    [\"*.pt\"]");
    }

    @Test
    void whatIsNotThere_isRefusedWithWhatIs() {
        tune("--artifact model.pt");
        assertThat(commands.line("artifacts q 1 modle.pt")).isEqualTo(new Commands.Ran(2, "",
                "sextant: Trial 1 of study 'q' has no artifact 'modle.pt' here.\nDid you mean 'model.pt'?\n"));
        assertThat(commands.line("artifacts q 1 ../000000/model.pt").code()).isEqualTo(2);
        assertThat(commands.line("artifacts q 1 params.json").code()).isEqualTo(2);
        assertThat(commands.line("artifacts q 7").err()).isEqualTo("sextant: Study 'q' has no trial 7.\n");
        assertThat(commands.line("artifacts q 1 --attempt 2").err()).isEqualTo("sextant: Trial 1 of study 'q' has no attempt 2; there is only attempt 1.\n");
        assertThat(commands.line("artifacts q 1 model.pt --output nowhere/a").code()).isEqualTo(3);
        assertThat(commands.line("artifacts q --output a").code()).isEqualTo(2);
    }

    @Test
    void aTrialThatDidNotRunHere_hasWhatWasBrought_andSaysWhereTheRestIs() throws IOException {
        commands.line("create --name w -p x=0.0..1.0 --artifact *.pt -- true");
        commands.line("ask w");
        commands.line("tell w 0 FoM=1");
        var brought = new BroughtArtifacts(folder.resolve(".sextant/studies/w/artifacts"));
        var here = new Artifact("a.pt", 2, DIGEST_OF_A);
        brought.keep(0, 1, new BroughtArtifacts.Listing(List.of("*.pt"), List.of(here, new Artifact("b.pt", 3, "0".repeat(64)))));
        brought.take(here, 0, "a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(commands.line("artifacts w 0").lines()).hasSize(2).last().asString().endsWith("  a.pt");
        assertThat(commands.line("artifacts w 0 a.pt").out()).isEqualTo("a\n");
        assertThat(commands.line("artifacts w 0 other").err()).contains("has no artifact 'other' here.\nWhat it left on a worker can be had from the server");
    }

    @Test
    void whatSextantItselfKeeps_cannotBeNamed() {
        assertThat(commands.line("tune --name q -p x=0.0..1.0 --artifact checkpoint/ -- true").err()).startsWith(
                "sextant: artifacts: in the run folder 'checkpoint' is where Sextant itself keeps something of the trial");
        assertThat(folder.resolve(".sextant/studies/q")).doesNotExist();
    }

    @Test
    void aTrialThatRuns_hasNoneYet() throws IOException {
        Files.writeString(folder.resolve("look.sh"), "while [ ! -e go ]; do sleep 0.02; done; echo FoM=1");
        var tune = Thread.ofPlatform().start(() -> commands.line("tune --name r -p x=0.0..1.0 --trials 1 --artifact model.pt --quiet -- sh look.sh"));
        while (!commands.line("trials r --columns state").out().contains("running")) {
            Thread.onSpinWait();
        }
        assertThat(commands.line("artifacts r 0").err()).isEqualTo("sextant: Trial 0 of study 'r' runs; what it leaves can be had when it has ended.\n");
        assertThat(commands.line("artifacts r").err()).contains("There are no artifacts of study 'r' here that it names.");
        Files.writeString(folder.resolve("go"), "");
        join(tune);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
