package dev.sextant.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.resource.Resources;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.Keep;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.run.launch.ProcessTable;
import dev.sextant.run.machine.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real programs in real folders; only the source of trials is made up.
@Timeout(90)
final class LocalRunnerTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("lr", new RealRange(1e-6, 1, Scale.LOG)),
            Parameter.of("kernel", new Choice(List.of(new Value.Text("linear"), new Value.Text("poly")))),
            new Parameter("degree", IntRange.of(2, 4), Optional.empty(), Optional.of("kernel == poly")));

    @TempDir
    private Path folder;

    private Path runs;
    private List<String> inputs = List.of();
    private boolean inRunFolder;
    private Optional<FidelityRange> fidelity = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();
    private Duration grace = Duration.ofSeconds(5);
    private Keep keep = new Keep.All();
    private int slots = 1;
    private QueuedTrials source = new QueuedTrials(List.of());

    @BeforeEach
    void chooseAFolder() throws IOException {
        runs = folder.toRealPath().resolve("runs");
    }

    @Nested
    class Outcomes {
        @Test
        void aFigure_completesTheTrial() {
            assertThat(outcome("echo FoM: 1; echo FoM: 0.25")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 0.25)));
        }

        @Test
        void anExitCode_isTheReasonWithTheLastLines() {
            assertThat(outcome("echo FoM: 1; echo boom >&2; exit 3")).isEqualTo(new Outcome.Failed("exit code 3", "boom"));
        }

        @Test
        void aSignal_isTheReason() {
            assertThat(outcome("kill -SEGV $$")).isEqualTo(Outcome.Failed.because("killed by SIGSEGV"));
        }

        @Test
        void noFigure_isTheReasonWithWhatCameNear() {
            assertThat(outcome("echo hello")).isEqualTo(new Outcome.Failed("no value for FoM", "hello"));
            assertThat(outcome("echo 'FoM: tensor(1)'"))
                    .isEqualTo(new Outcome.Failed("no value for FoM; the last line that names it is 'FoM: tensor(1)'", "FoM: tensor(1)"));
        }

        @Test
        void notANumber_isTheReason() {
            assertThat(outcome("echo FoM: 1; echo FoM: nan")).isEqualTo(new Outcome.Failed("FoM is NaN, which is not a number to compare", "FoM: 1\nFoM: nan"));
        }

        @Test
        void theResultFile_beatsWhatWasPrinted() {
            assertThat(outcome("echo FoM: 1; echo '{\"FoM\": 2, \"other\": 3}' > $SEXTANT_RESULT")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 2)));
        }

        @Test
        void aBrokenResultFile_isTheReason() {
            assertThat(outcome("echo FoM: 1; echo 'FoM=2' > $SEXTANT_RESULT")).isInstanceOfSatisfying(Outcome.Failed.class,
                    failed -> assertThat(failed.reason()).startsWith("result.json is not a flat JSON object"));
        }

        @Test
        void aProgramThatDoesNotExist_isTheReason() {
            assertThat(run(Program.of(List.of("no-such-program"), folder.toString()))).isInstanceOfSatisfying(Outcome.Failed.class,
                    failed -> assertThat(failed.reason()).contains("'no-such-program' was not found on the PATH"));
        }

        @Test
        void aTimeout_isTheReasonAndEndsTheGroup() {
            timeout = Optional.of(Duration.ofMillis(300));
            assertThat(outcome("echo FoM: 1; sleep 411 & sleep 412")).isEqualTo(new Outcome.Failed("timeout: it ran longer than 300ms", "FoM: 1"));
            assertThat(running("sleep 411", "sleep 412")).isZero();
        }

        @Test
        void aProgramThatIgnoresTerm_isKilledAfterTheGrace() {
            timeout = Optional.of(Duration.ofMillis(200));
            grace = Duration.ofMillis(200);
            assertThat(outcome("trap '' TERM; while :; do sleep 0.05; done")).isInstanceOf(Outcome.Failed.class);
        }

        @Test
        void childrenLeftBehind_areEndedWithTheTrial() {
            assertThat(outcome("sleep 421 & setsid sleep 422 & echo FoM: 1")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 1)));
            assertThat(running("sleep 421", "sleep 422")).isZero();
        }
    }

    @Nested
    class Steps {
        @Test
        void eachStep_isReported() {
            assertThat(outcome("for i in 1 2 3; do echo step=$i FoM=0.$i; done")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 0.3)));
            assertThat(source.steps()).containsExactly(1L, 2L, 3L);
        }

        @Test
        void aDecisionToStop_endsTheProgram() {
            assertThat(decided(Decision.STOP)).isEqualTo(new Outcome.Pruned(Metrics.of("FoM", 2)));
        }

        @Test
        void aDecisionToPause_endsTheProgram() {
            assertThat(decided(Decision.PAUSE)).isEqualTo(new Outcome.Paused(Metrics.of("FoM", 2)));
        }

        @Test
        void aProgramThatReportsAllTheTime_isThinnedOut() {
            assertThat(outcome("yes 'step=1 FoM=1' | head -n 200000")).isInstanceOf(Outcome.Completed.class);
            assertThat(source.steps()).hasSizeBetween(StepReports.AT_ONCE, StepReports.AT_ONCE + 400);
        }

        private Outcome decided(Decision decision) {
            source = new QueuedTrials(List.of(lease(0)));
            source.decide((step, _) -> step == 2 ? decision : Decision.CONTINUE);
            start(Program.of(List.of("sh", "-c", "for i in 1 2; do echo step=$i FoM=$i; done; sleep 60"), folder.toString())).run();
            return Objects.requireNonNull(source.outcomes().get(0));
        }
    }

    @Nested
    class Surroundings {
        @Test
        void parameters_comeAsFlagsVariablesAndFile() throws IOException {
            fidelity = Optional.of(new FidelityRange("epochs", 1, 27));
            run(new Program(List.of("sh", "-c", "echo FoM: 1; echo \"$SEXTANT_PARAM_lr $SEXTANT_PARAM_kernel [$SEXTANT_PARAM_degree] $SEXTANT_PARAM_epochs $*\"; cat $SEXTANT_PARAMS", "x"),
                    new LinkedHashMap<>(), Optional.empty(), Program.Take.LAST, List.of(), new LinkedHashMap<>(), folder.toString(), folder.toString(), false));
            assertThat(stdout(0)).isEqualTo("""
                    FoM: 1
                    1e-05 linear [] 27 --lr=1e-05 --kernel=linear --epochs=27
                    {"lr":1e-05,"kernel":"linear","epochs":27}
                    """);
        }

        @Test
        void theVariablesOfSextant_areThere() throws IOException {
            outcome("echo FoM: 1; echo $SEXTANT_STUDY $SEXTANT_TRIAL $SEXTANT_ATTEMPT $PYTHONUNBUFFERED; echo $SEXTANT_RUN_DIR $SEXTANT_RESULT $SEXTANT_CHECKPOINT; pwd -P");
            var run = runs.resolve("0000/000000");
            assertThat(stdout(0)).isEqualTo("FoM: 1\ns 0 1 1\n%s %s %s\n%s\n".formatted(run, run.resolve("result.json"), run.resolve("checkpoint"), folder.toRealPath()));
        }

        @Test
        void gpusOfASlot_areVisible() throws IOException {
            source = new QueuedTrials(List.of(lease(0)));
            var program = Program.of(List.of("sh", "-c", "echo FoM: 1 on $CUDA_VISIBLE_DEVICES"), folder.toString());
            source.runner(plan(program), new Slots(List.of(List.of("2", "3")), "")).run();
            assertThat(stdout(0)).isEqualTo("FoM: 1 on 2,3\n");
        }

        @Test
        void aTrial_keepsItsSeedInAllAttempts() throws IOException {
            runAll(List.of(lease(3), lease(4), new Lease(3, 2, lease(3).configuration(), OptionalLong.empty())), "echo FoM: $SEXTANT_SEED");
            assertThat(stdout(3)).isEqualTo(Files.readString(runs.resolve("0000/000003.2/stdout"))).isNotEqualTo(stdout(4));
        }

        @Test
        void inputsAreLinked_whereTheProgramStartsInItsRunFolder() throws IOException {
            Files.createDirectories(folder.resolve("data/deep"));
            Files.writeString(folder.resolve("data/deep/x.txt"), "FoM: 7\n");
            inputs = List.of("data/deep/x.txt");
            inRunFolder = true;
            assertThat(outcome("cat data/deep/x.txt; touch here")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 7)));
            assertThat(runs.resolve("0000/000000/here")).exists();
        }

        @Test
        void aMissingInput_isRefusedBeforeAnythingRuns() {
            inputs = List.of("gone.csv");
            assertThatIllegalArgumentException().isThrownBy(() -> plan(program("true"))).withMessageContaining("inputs: '" + folder.resolve("gone.csv") + "' does not exist");
        }
    }

    @Nested
    class Folders {
        @Test
        void silentStreamsLeaveNoFile_andTheLedgerIsGone() throws IOException {
            outcome("echo FoM: 1");
            assertThat(names(runs.resolve("0000/000000"))).containsExactlyInAnyOrder("params.json", "stdout");
            assertThat(names(runs)).containsExactly("0000");
        }

        @Test
        void aSecondAttempt_hasAFolderOfItsOwn() throws IOException {
            runAll(List.of(new Lease(1234, 2, lease(0).configuration(), OptionalLong.empty())), "echo FoM: 1");
            assertThat(runs.resolve("0001/001234.2/stdout")).exists();
        }

        @Test
        void whatAnEarlierLifeLeft_isNotTakenForAResult() throws IOException {
            Files.createDirectories(runs.resolve("0000/000000/checkpoint"));
            Files.writeString(runs.resolve("0000/000000/checkpoint/state"), "kept");
            Files.writeString(runs.resolve("0000/000000/result.json"), "{\"FoM\": 99}");
            assertThat(outcome("echo FoM: 1")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 1)));
            assertThat(runs.resolve("0000/000000/checkpoint/state")).exists();
        }

        @Test
        void aFolderThatCannotBeMade_isTheReasonWithTheCause() throws IOException {
            Files.createDirectories(runs);
            Files.writeString(runs.resolve("0000"), "in the way");
            assertThat(outcome("echo FoM: 1")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                    .startsWith("the run folder could not be used: '" + runs.resolve("0000")).doesNotEndWith("'"));
        }

        @Test
        void aProgramThatPrintsAGigabyte_doesNotHurt() throws IOException {
            assertThat(outcome("yes some line of output | head -c 1000000000; echo FoM: 1")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 1)));
            assertThat(Files.size(runs.resolve("0000/000000/stdout"))).isLessThan(13 << 20);
        }

        @Test
        void aProgramThatPrintsNoLineEnd_doesNotHurt() throws IOException {
            assertThat(outcome("head -c 100000000 /dev/zero; echo; echo FoM: 1")).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 1)));
            assertThat(Files.size(runs.resolve("0000/000000/stdout"))).isLessThan(13 << 20);
        }
    }

    @Nested
    class Keeping {
        @Test
        void keep_thinsThem() throws IOException {
            keep = new Keep.Failed();
            runAll(leases(4), "echo FoM: $SEXTANT_TRIAL; exit $((SEXTANT_TRIAL % 2))");
            assertThat(names(runs.resolve("0000"))).containsExactlyInAnyOrder("000001", "000003");
        }

        @Test
        void keepBest_keepsTheBestAndTheFailed() throws IOException {
            keep = new Keep.Best(2);
            runAll(leases(6), "echo FoM: $SEXTANT_TRIAL; test $SEXTANT_TRIAL != 5");
            assertThat(names(runs.resolve("0000"))).containsExactlyInAnyOrder("000000", "000001", "000005");
        }

        @Test
        void keepNone_keepsNothing() throws IOException {
            keep = new Keep.None();
            runAll(leases(2), "echo FoM: 1");
            assertThat(names(runs.resolve("0000"))).isEmpty();
        }

        @Test
        void whatDoesNotStay_goesWithItsEarlierAttemptsAndItsCheckpoint() throws IOException {
            for (var some : List.of(new Keep.None(), new Keep.Failed(), new Keep.Best(1))) {
                keep = some;
                runAll(List.of(lease(0), attempt(0, 2), attempt(0, 3), lease(1)), "mkdir -p $SEXTANT_CHECKPOINT; echo FoM: -$SEXTANT_TRIAL; [ $SEXTANT_ATTEMPT = 3 -o $SEXTANT_TRIAL = 1 ]");
                assertThat(names(runs.resolve("0000"))).as(some.toString()).doesNotContain("000000", "000000.2", "000000.3");
            }
        }

        @Test
        void theNextAttempt_findsTheCheckpointOfTheOneThatFailed() {
            keep = new Keep.None();
            runAll(List.of(lease(0), attempt(0, 2)), "echo FoM: 1; [ -d $SEXTANT_CHECKPOINT ] || { mkdir $SEXTANT_CHECKPOINT; exit 1; }");
            assertThat(source.outcomes().get(0)).isEqualTo(new Outcome.Completed(Metrics.of("FoM", 1)));
        }

        @Test
        void aTrialThatIsPutBack_keepsItsFolder() throws IOException {
            keep = new Keep.None();
            source = new QueuedTrials(List.of(lease(0)));
            source.decide((_, _) -> Decision.PAUSE);
            start(program("echo step=1 FoM=1; sleep 60")).run();
            assertThat(names(runs.resolve("0000"))).containsExactly("000000");
        }

        @Test
        void aCancelledTrial_hasEndedForGood() throws IOException {
            keep = new Keep.None();
            source = new QueuedTrials(List.of(lease(0)));
            source.cancel(lease(0));
            start(program("sleep 60")).run();
            assertThat(names(runs.resolve("0000"))).isEmpty();
        }

        @Test
        void whatAKilledRunLeft_isThinnedByTheNext() throws IOException {
            for (var name : List.of("000000", "000000.2", "000001", "000002")) {
                Files.createDirectories(runs.resolve("0000/" + name + "/checkpoint"));
            }
            keep = new Keep.None();
            source = new QueuedTrials(List.of());
            source.know(known(0, 2, TrialState.COMPLETE, 1));
            source.know(known(1, 1, TrialState.QUEUED, 1));
            source.know(known(2, 1, TrialState.FAILED, 1));
            start(program("true")).run();
            assertThat(names(runs.resolve("0000"))).containsExactly("000001");
        }

        @Test
        void theBestOfEarlierRuns_countAmongTheBest() throws IOException {
            runAll(leases(3), "echo FoM: $SEXTANT_TRIAL");
            keep = new Keep.Best(2);
            source = new QueuedTrials(List.of(lease(3), lease(4)));
            IntStream.range(0, 3).forEach(trial -> source.know(known(trial, 1, TrialState.COMPLETE, trial)));
            start(program("echo FoM: 0.$SEXTANT_TRIAL")).run();
            assertThat(names(runs.resolve("0000"))).containsExactlyInAnyOrder("000000", "000003");
        }

        private static Lease attempt(int trial, int attempt) {
            return new Lease(trial, attempt, lease(trial).configuration(), OptionalLong.empty());
        }

        private static TrialRecord known(int trial, int attempt, TrialState state, double figure) {
            return new TrialRecord(trial, attempt, state, lease(trial).configuration(), Metrics.of("FoM", figure), Origin.STRATEGY, Instant.EPOCH,
                    Optional.empty(), Optional.empty(), "", "", "");
        }
    }

    @Nested
    class Steering {
        @Test
        void manyTrials_runInSeveralSlots() {
            slots = 3;
            runAll(leases(30), "echo FoM: $SEXTANT_TRIAL");
            assertThat(source.outcomes()).hasSize(30).allSatisfy((trial, outcome) -> assertThat(outcome).isEqualTo(new Outcome.Completed(Metrics.of("FoM", trial))));
        }

        @Test
        void anInterrupt_putsRunningTrialsBack() throws InterruptedException {
            slots = 2;
            var outcomes = interrupted("sleep 431", LocalRunner::interrupt);
            assertThat(outcomes).hasSize(2).allSatisfy((_, outcome) -> assertThat(outcome).isEqualTo(new Outcome.Returned("interrupted")));
            assertThat(running("sleep 431")).isZero();
        }

        @Test
        void aKill_doesNotWaitForTheGrace() throws InterruptedException {
            grace = Duration.ofHours(1);
            assertThat(interrupted("trap '' TERM; while :; do sleep 0.05; done", LocalRunner::kill)).containsValue(new Outcome.Returned("interrupted"));
        }

        @Test
        void aCancelledTrial_isStoppedWithoutAWord() {
            source = new QueuedTrials(List.of(lease(0)));
            source.cancel(lease(0));
            start(program("sleep 60")).run();
            assertThat(source.outcomes()).isEmpty();
        }

        @Test
        void aSourceThatBreaks_endsTheRunAndTheProgram() {
            source = new QueuedTrials(List.of(lease(0)));
            source.decide((_, _) -> {
                throw new IllegalStateException("the store is gone");
            });
            var runner = start(program("echo step=1 FoM=1; sleep 441"));
            assertThatThrownBy(runner::run).hasMessage("the store is gone");
            assertThat(running("sleep 441")).isZero();
        }

        private Map<Integer, Outcome> interrupted(String script, Consumer<LocalRunner> end) throws InterruptedException {
            source = new QueuedTrials(leases(10));
            var runner = start(program("touch $SEXTANT_RUN_DIR/ready; " + script));
            var thread = Thread.ofPlatform().start(runner::run);
            while (runner.running().size() < slots || !runner.running().stream().allMatch(lease -> Files.exists(runs.resolve("0000/%06d/ready".formatted(lease.trial()))))) {
                Thread.onSpinWait();
            }
            end.accept(runner);
            thread.join();
            return source.outcomes();
        }
    }

    private Outcome outcome(String script) {
        return run(program(script));
    }

    private Outcome run(Program program) {
        source = new QueuedTrials(List.of(lease(0)));
        start(program).run();
        return Objects.requireNonNull(source.outcomes().get(0));
    }

    private void runAll(List<Lease> leases, String script) {
        source = new QueuedTrials(leases);
        start(program(script)).run();
    }

    private LocalRunner start(Program program) {
        return source.runner(plan(program), new Slots(Collections.nCopies(slots, List.of()), ""));
    }

    private Program program(String script) {
        return new Program(List.of("sh", "-c", script), new LinkedHashMap<>(), Optional.empty(), Program.Take.LAST, inputs, new LinkedHashMap<>(),
                folder.toString(), folder.toString(), inRunFolder);
    }

    private TrialPlan plan(Program program) {
        var spec = new StudySpec("s", SPACE, List.of(new Objective("FoM", Objective.Goal.MIN)), List.of(), StrategySpec.of("random"), 7,
                new Duplicates.Forbid(), fidelity, Optional.of(program));
        var standard = Settings.STANDARD;
        var settings = new Settings(standard.budget(), OptionalInt.empty(), Resources.ONE_CORE, false, timeout, standard.retries(), grace, keep, standard.artifacts(), standard.remarks());
        return TrialPlan.of(spec, settings, runs);
    }

    private static List<Lease> leases(int count) {
        return IntStream.range(0, count).mapToObj(LocalRunnerTest::lease).toList();
    }

    private static Lease lease(int trial) {
        return new Lease(trial, 1, SPACE.accept(Map.of("lr", new Value.Real(1e-5), "kernel", new Value.Text("linear"))), OptionalLong.empty());
    }

    private String stdout(int trial) throws IOException {
        return Files.readString(runs.resolve("0000/%06d/stdout".formatted(trial)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static long running(String... commands) {
        return ProcessTable.living(process -> List.of(commands).contains(commandLine(process.pid()))).count();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ').strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
