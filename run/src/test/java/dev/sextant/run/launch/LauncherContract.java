package dev.sextant.run.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every launcher does, tried with real programs.
@Timeout(60)
abstract class LauncherContract {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Printed stdout = new Printed();
    private final Printed stderr = new Printed();

    @TempDir
    private Path folder;

    abstract Launcher launcher();

    /// Whether a pipe that somebody else holds stays open after the end of the program.
    boolean knowsWhoHoldsItsPipes() {
        return true;
    }

    @Test
    void whatAProgramPrints_reachesTheSinksOfItsStreams() {
        assertThat(run("sh", "-c", "echo out; echo err >&2")).isEqualTo(new Exit.Code(0));
        assertThat(stdout).hasToString("out\n");
        assertThat(stderr).hasToString("err\n");
    }

    @Test
    void exitCodes_areKept() {
        assertThat(run("sh", "-c", "exit 37")).isEqualTo(new Exit.Code(37));
        assertThat(new Exit.Code(37).success()).isFalse();
    }

    @Test
    void aSignalThatEndsAProgram_isNamed() {
        assertThat(run("sh", "-c", "kill -SEGV $$")).isEqualTo(new Exit.Killed(11)).hasToString("killed by SIGSEGV");
    }

    @Test
    void argumentsAndEnvironment_arriveUnchanged() {
        var command = Command.inherit(List.of("sh", "-c", "printf '%s|' \"$@\" \"$GREETING\"", "sh", "a b", "", "'\"$x", "ü"), folder)
                .with(Map.of("GREETING", "grüß\ngott"));
        run(command);
        assertThat(stdout).hasToString("a b||'\"$x|ü|grüß\ngott|");
    }

    @Test
    void aVariableThatIsSetAgain_replacesTheSharedOne() {
        var environment = Environment.of(new LinkedHashMap<>(Map.of("PATH", System.getenv("PATH"), "A", "1", "B", "1")));
        run(new Command(List.of("sh", "-c", "echo $A$B$C"), environment.with(Map.of("C", "2")).with(Map.of("B", "3")), folder));
        assertThat(stdout).hasToString("132\n");
    }

    @Test
    void aProgramThatMoved_isFoundAgain() throws IOException {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        var command = Command.inherit(List.of("greet"), folder).with(Map.of("PATH", first + ":" + second + ":" + System.getenv("PATH")));
        Files.setPosixFilePermissions(Files.writeString(first.resolve("greet"), "#!/bin/sh\necho hello"), PosixFilePermissions.fromString("rwxr-xr-x"));
        run(command);
        Files.move(first.resolve("greet"), second.resolve("greet"));
        run(command);
        assertThat(stdout).hasToString("hello\nhello\n");
    }

    @Test
    void onlyTheListedEnvironment_isSeen() {
        var environment = Environment.of(Map.of("PATH", System.getenv("PATH")));
        run(new Command(List.of("sh", "-c", "echo \"[$HOME]\""), environment, folder));
        assertThat(stdout).hasToString("[]\n");
    }

    @Test
    void theProgramStarts_inTheDirectoryItWasGiven() throws IOException {
        run("sh", "-c", "pwd -P");
        assertThat(stdout).hasToString(folder.toRealPath() + "\n");
    }

    @Test
    void standardInput_isEmpty() {
        assertThat(run("cat")).isEqualTo(new Exit.Code(0));
        assertThat(stdout.size()).isZero();
    }

    @Test
    void noDescriptor_isInherited() throws IOException {
        try (var _ = Files.newByteChannel(Files.createTempFile(folder, "open", ""))) {
            run("sh", "-c", "echo /proc/self/fd/*");
            assertThat(Arrays.stream(stdout.toString().strip().split(" ", -1)).map(fd -> Integer.parseInt(fd.substring(14))))
                    .contains(0, 1, 2).allMatch(fd -> fd <= 3);
        }
    }

    @Test
    void eachProgram_leadsAGroupOfItsOwn() {
        run("sh", "-c", "cut -d' ' -f1,5 /proc/$$/stat");
        var fields = stdout.toString().strip().split(" ", -1);
        assertThat(fields[0]).isEqualTo(fields[1]);
    }

    @Test
    void aProgramThatDoesNotExist_isRefusedWithThePathThatWasSearched() {
        assertThat(refusal("no-such-program-anywhere")).contains("'no-such-program-anywhere' was not found on the PATH (" + System.getenv("PATH") + ")");
    }

    @Test
    void aProgramBesideTheDirectory_isSuggestedWithADot() throws IOException {
        Files.createFile(folder.resolve("train-it"));
        assertThat(refusal("train-it")).contains("perhaps './train-it' was meant");
    }

    @Test
    void aFileThatMayNotBeExecuted_isRefusedWithTheCure() throws IOException {
        Files.createFile(folder.resolve("train.sh"));
        assertThat(refusal("./train.sh")).contains("'./train.sh' may not be executed").contains("chmod +x ./train.sh");
    }

    @Test
    void aMissingPath_isRefused() {
        assertThat(refusal("./missing")).contains("missing' does not exist");
    }

    @Test
    void aMissingDirectory_isRefused() {
        var result = launcher().launch(Command.inherit(List.of("true"), folder.resolve("gone")), stdout, stderr);
        assertThat(result).isInstanceOfSatisfying(Launch.Refused.class,
                refused -> assertThat(refused.reason()).contains("its working directory '" + folder.resolve("gone") + "' does not exist"));
    }

    @Test
    void following_endsWhenTheTimeIsOver() {
        try (var process = start("sleep", "60")) {
            assertThat(process.follow(Duration.ofMillis(50))).isEmpty();
            process.signal(Signal.KILL);
            assertThat(process.follow(LONG)).contains(new Exit.Killed(9));
        }
    }

    @Test
    void following_endsWhenItIsWokenByAnotherThread() {
        try (var process = start("sleep", "60")) {
            Thread.ofVirtual().start(process::wake);
            assertThat(process.follow(LONG)).isEmpty();
            process.signal(Signal.TERM);
            assertThat(process.follow(LONG)).contains(new Exit.Killed(15));
        }
    }

    @Test
    void aSignal_reachesGrandchildren() {
        try (var process = start("sh", "-c", "sleep 60 & sleep 60 & echo $!; wait")) {
            while (stdout.size() == 0) {
                process.follow(Duration.ofMillis(20));
            }
            process.signal(Signal.TERM);
            assertThat(process.follow(LONG)).contains(new Exit.Killed(15));
            awaitEndOfGroup(process);
            assertThat(ProcessHandle.of(Long.parseLong(stdout.toString().strip())).filter(ProcessHandle::isAlive)
                    .filter(left -> ProcessTable.find(left.pid()).map(ProcessTable.Entry::living).orElse(false))).isEmpty();
        }
    }

    @Test
    void childrenLeftBehind_areSeenAfterTheEnd() {
        try (var process = start("sh", "-c", "sleep 60 >/dev/null 2>&1 & exit 3")) {
            assertThat(process.follow(LONG)).contains(new Exit.Code(3));
            assertThat(process.groupAlive()).isTrue();
            process.signal(Signal.KILL);
            awaitEndOfGroup(process);
            assertThat(process.groupAlive()).isFalse();
        }
    }

    @Test
    void aChildThatHoldsThePipe_doesNotHoldTheFollower() {
        try (var process = start("sh", "-c", "sleep 60 & echo done")) {
            assertThat(process.follow(LONG)).contains(new Exit.Code(0));
            assertThat(stdout).hasToString("done\n");
            assertThat(process.groupAlive()).isTrue();
            if (knowsWhoHoldsItsPipes()) {
                assertThat(process.drain(Duration.ZERO)).isFalse();
            }
            process.signal(Signal.KILL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 5_000_000})
    void outputOfAnySize_arrivesWhole(int size) {
        assertThat(run("sh", "-c", "head -c " + size + " /dev/zero")).isEqualTo(new Exit.Code(0));
        assertThat(stdout.size()).isEqualTo(size);
    }

    @Test
    void aClosedProcess_isNotSignalledAnyMore() {
        var process = start("true");
        process.follow(LONG);
        process.close();
        process.signal(Signal.KILL);
        process.wake();
        assertThat(process.groupAlive()).isFalse();
    }

    private static void awaitEndOfGroup(Launched process) {
        while (process.groupAlive()) {
            Thread.onSpinWait();
        }
    }

    private Exit run(String... arguments) {
        return run(Command.inherit(List.of(arguments), folder));
    }

    private Exit run(Command command) {
        try (var process = ((Launch.Started) launcher().launch(command, stdout, stderr)).process()) {
            var exit = process.follow(LONG).orElseThrow();
            process.drain(Duration.ofSeconds(5));
            return exit;
        }
    }

    private Launched start(String... arguments) {
        return ((Launch.Started) launcher().launch(Command.inherit(List.of(arguments), folder), stdout, stderr)).process();
    }

    private String refusal(String program) {
        return ((Launch.Refused) launcher().launch(Command.inherit(List.of(program), folder), stdout, stderr)).reason();
    }
}
