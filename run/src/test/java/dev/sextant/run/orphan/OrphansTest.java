package dev.sextant.run.orphan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.run.launch.Command;
import dev.sextant.run.launch.Launch;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.launch.OutputSink;
import dev.sextant.run.launch.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class OrphansTest {
    @TempDir
    private Path runs;

    /// A Sextant in little: starts programs that start others, and waits to be killed.
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            var runs = Path.of(arguments[0]);
            var ledger = RunningLedger.open(runs);
            start(ledger, runs, 0, "sleep 301 & sleep 302");
            start(ledger, runs, 1, "trap '' TERM; sleep 303 & wait; sleep 304");
            start(ledger, runs, 2, "setsid sleep 305 & exit 0");
            start(ledger, runs, 3, "env -u SEXTANT_RUN_DIR sleep 306 & exec env -u SEXTANT_RUN_DIR sleep 307");
            System.out.println("ready");
            Thread.currentThread().join();
        }

        private static void start(RunningLedger ledger, Path runs, int slot, String script) {
            var command = Command.inherit(List.of("sh", "-c", script), runs).with(Map.of("SEXTANT_RUN_DIR", runs.resolve("0000/" + slot).toString()));
            var started = ledger.starting(slot);
            started.accept(((Launch.Started) Launcher.best().launch(command, OutputSink.nowhere(), OutputSink.nowhere())).process().pid());
        }
    }

    @Test
    void afterAKill9_everythingItStartedIsEnded() throws Exception {
        var victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Victim.class.getName(), runs.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(victim.inputReader().readLine()).isEqualTo("ready");
        var seconds = List.of("301", "302", "303", "305", "306", "307");
        while (sleepers(seconds) < seconds.size()) {
            Thread.onSpinWait();
        }
        victim.destroyForcibly().waitFor();
        assertThat(sleepers(seconds)).isEqualTo(seconds.size());

        assertThat(Orphans.end(runs, Duration.ofMillis(300))).isGreaterThanOrEqualTo(seconds.size());
        assertThat(sleepers(seconds)).isZero();
        assertThat(runs.resolve("running")).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheNumber_isSpared() throws IOException {
        var bystander = new ProcessBuilder("sleep", "60").start();
        try {
            var start = ProcessTable.find(bystander.pid()).orElseThrow().start();
            Files.writeString(runs.resolve("running"), "%-63s%n%-63s%n".formatted("boot " + ProcessTable.bootId(), "slot 0 pid %d start %d to %d".formatted(bystander.pid(), start - 5, start - 1)));
            assertThat(Orphans.end(runs, Duration.ZERO)).isZero();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aProcessThatWasNoted_isFoundByItsNumberAndTimeAlone() throws IOException {
        try (var ledger = RunningLedger.open(runs)) {
            var started = ledger.starting(0);
            var process = new ProcessBuilder("sleep", "60").start();
            started.accept(process.pid());
            assertThat(RunningLedger.leftIn(runs).orElseThrow()).singleElement().matches(RunningLedger.Entry::isStillThere);
            process.destroyForcibly();
        }
    }

    @Test
    void aLedgerOfAnEarlierStartOfTheMachine_endsNothing() throws IOException {
        var bystander = new ProcessBuilder("sleep", "60").start();
        try {
            var start = ProcessTable.find(bystander.pid()).orElseThrow().start();
            Files.writeString(runs.resolve("running"), "%-63s%n%-63s%n".formatted("boot other", "slot 0 pid %d start %d to %d".formatted(bystander.pid(), start, start)));
            assertThat(Orphans.end(runs, Duration.ZERO)).isZero();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aCleanEnd_leavesNoLedger() {
        try (var ledger = RunningLedger.open(runs)) {
            ledger.starting(5).accept(ProcessHandle.current().pid());
            assertThat(RunningLedger.leftIn(runs).orElseThrow()).hasSize(1);
            ledger.ended(5);
            assertThat(RunningLedger.leftIn(runs).orElseThrow()).isEmpty();
        }
        assertThat(RunningLedger.leftIn(runs)).isEmpty();
        assertThat(Orphans.end(runs, Duration.ZERO)).isZero();
    }

    private static long sleepers(List<String> seconds) {
        return ProcessTable.living(process -> isSleep(process.pid(), seconds)).count();
    }

    private static boolean isSleep(long pid, List<String> seconds) {
        try {
            var words = Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1);
            return words.length > 1 && words[0].equals("sleep") && seconds.contains(words[1]);
        } catch (IOException gone) {
            return false;
        }
    }
}
