package dev.sextant.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.run.machine.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a trial finds that goes on from the checkpoint of another one.
class CheckpointTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    /// A program that counts how often it or those before it were run.
    private static final String COUNTING = """
            mkdir -p $SEXTANT_CHECKPOINT/deep && cd $SEXTANT_CHECKPOINT/deep
            echo $(( $(cat count 2> /dev/null || echo 0) + 1 )) > new && mv new count
            echo FoM: $(cat count)""";

    @TempDir
    private Path folder;

    private Path runs = Path.of("");

    @BeforeEach
    void chooseAFolder() throws IOException {
        runs = folder.toRealPath().resolve("runs");
    }

    @Test
    void theChild_goesOnFromACopy_andTheParentsIsLeftAsItWas() throws IOException {
        var source = run(COUNTING, lease(0), lease(1, 0), lease(2, 0), lease(3, 2));
        assertThat(source.outcomes()).containsEntry(0, figure(1)).containsEntry(1, figure(2)).containsEntry(2, figure(2))
                .containsEntry(3, figure(3));
        assertThat(checkpoint(0).resolve("deep/count")).hasContent("1\n");
    }

    @Test
    void aParentWithoutACheckpoint_isTheReason_andTheProgramIsNotStarted() {
        var source = run("touch started; echo FoM: 1", lease(0), lease(1, 0));
        assertThat(source.outcomes()).containsEntry(1,
                Outcome.Failed.because("trial 0, which it goes on from, has no checkpoint in its run folder"));
        assertThat(RunFolder.of(runs, 1, 1).stdout()).doesNotExist();
    }

    @Test
    void whatAKilledCopyLeft_isNeverTakenForACheckpoint() throws IOException {
        run(COUNTING, lease(0));
        var left = checkpoint(1).resolveSibling("checkpoint.partial");
        Files.createDirectories(left.resolve("deep"));
        Files.writeString(left.resolve("deep/count"), "4");
        assertThat(run(COUNTING, new Lease(1, 2, SPACE.start(), OptionalLong.empty(), OptionalInt.of(0))).outcomes()).containsEntry(1, figure(2));
        assertThat(left).doesNotExist();
    }

    @Test
    void aSecondAttempt_goesOnFromWhatTheFirstSaved() throws IOException {
        var source = run(COUNTING, lease(0), lease(1, 0), new Lease(1, 2, SPACE.start(), OptionalLong.empty(), OptionalInt.of(0)));
        assertThat(source.outcomes()).containsEntry(1, figure(3));
    }

    @Test
    void withAFolderThatAllSee_aTrialGoesOnFromOneThatRanElsewhere_andASecondAttemptFromTheFirst() throws IOException {
        var shared = folder.resolve("shared");
        var single = "echo x >> $SEXTANT_CHECKPOINT; echo FoM: $(wc -l < $SEXTANT_CHECKPOINT)";
        run(plan(single, folder.resolve("here")).withCheckpoints(shared), lease(0));
        var elsewhere = run(plan(single, folder.resolve("elsewhere")).withCheckpoints(shared), lease(1, 0), new Lease(0, 2, SPACE.start(), OptionalLong.empty()));
        assertThat(elsewhere.outcomes()).containsEntry(0, figure(2)).containsEntry(1, figure(2));
    }

    @Test
    void aCheckpointThatIsASingleFile_isCopiedToo() throws IOException {
        var source = run("echo x >> $SEXTANT_CHECKPOINT; echo FoM: $(wc -l < $SEXTANT_CHECKPOINT)", lease(0), lease(1, 0));
        assertThat(source.outcomes()).containsEntry(1, figure(2));
        assertThat(checkpoint(0)).hasContent("x\n");
    }

    @Test
    void links_leadIntoTheCopy_andNothingOutsideIsCopied() throws IOException {
        var outside = Files.createFile(folder.resolve("big"));
        run("cd $(mkdir -p $SEXTANT_CHECKPOINT && echo $SEXTANT_CHECKPOINT) && touch 7.pt && ln -s 7.pt latest && ln -s $PWD/7.pt full && ln -s %s data; echo FoM: 1"
                .formatted(outside), lease(0));
        run("echo FoM: 1", lease(1, 0));
        assertThat(Files.readSymbolicLink(checkpoint(1).resolve("latest"))).isEqualTo(Path.of("7.pt"));
        assertThat(Files.readSymbolicLink(checkpoint(1).resolve("full"))).isEqualTo(checkpoint(1).resolve("7.pt"));
        assertThat(Files.readSymbolicLink(checkpoint(1).resolve("data"))).isEqualTo(outside);
    }

    @Test
    void aCopyThatFails_leavesNoCheckpoint_andSaysWhy() throws IOException {
        run(COUNTING, lease(0));
        Files.createDirectories(checkpoint(1).resolveSibling(""));
        Files.createSymbolicLink(checkpoint(1).resolveSibling("checkpoint.partial"), folder.resolve("nowhere"));
        var copy = run(COUNTING, new Lease(1, 2, SPACE.start(), OptionalLong.empty(), OptionalInt.of(0)));
        assertThat(copy.outcomes()).containsEntry(1, figure(2));
        assertThat(Files.exists(checkpoint(1).resolveSibling("checkpoint.partial"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    private QueuedTrials run(String script, Lease... leases) {
        return run(plan(script, runs), leases);
    }

    private static QueuedTrials run(TrialPlan plan, Lease... leases) {
        var source = new QueuedTrials(List.of(leases));
        source.runner(plan, new Slots(List.of(List.of()), "")).run();
        return source;
    }

    private TrialPlan plan(String script, Path runFolders) {
        var program = Program.of(List.of("sh", "-c", script), folder.toString());
        var spec = new StudySpec("s", SPACE, List.of(new Objective("FoM", Objective.Goal.MIN)), List.of(), StrategySpec.of("random"), 7,
                new Duplicates.Forbid(), Optional.empty(), Optional.of(program));
        return TrialPlan.of(spec, Settings.STANDARD, runFolders);
    }

    private Path checkpoint(int trial) {
        return RunFolder.of(runs, trial, 1).checkpoint();
    }

    private static Outcome figure(double value) {
        return new Outcome.Completed(Metrics.of("FoM", value));
    }

    private static Lease lease(int trial) {
        return new Lease(trial, 1, SPACE.start(), OptionalLong.empty());
    }

    private static Lease lease(int trial, int parent) {
        return new Lease(trial, 1, SPACE.start(), OptionalLong.empty(), OptionalInt.of(parent));
    }
}
