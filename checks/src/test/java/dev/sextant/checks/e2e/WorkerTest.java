package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real workers that join a real server.
@EnabledOnOs(OS.LINUX)
final class WorkerTest {
    private static final String AT_ONCE = "echo loss=$SEXTANT_PARAM_x";

    @TempDir
    private Path folder;

    private Shells shells;

    private Programs programs;

    @BeforeEach
    void open() {
        shells = new Shells(folder);
        programs = new Programs(folder);
    }

    private void idle(Running worker, int count) {
        programs.awaitBegun(count, worker);
    }

    @Test
    void twoWorkersShareAStudy_andTheServerIsKilledInItsMiddle_withoutALoss() {
        try (var served = Served.created(shells, "shared", "--trials 4", programs.waiting())) {
            var one = served.worker("one", 1);
            var two = served.worker("two", 1);
            idle(one, 2);
            var running = programs.processes();

            served.killServer();
            Await.until("both see that", () -> one.err().contains("does not answer") && two.err().contains("does not answer"), one::err);
            assertThat(running).allMatch(Programs::isAlive);
            programs.go();
            Await.until("programs have ended without a server", () -> running.stream().noneMatch(Programs::isAlive), one::err);
            served.startServer();
            served.await(4, "complete");

            one.signal("TERM");
            two.signal("TERM");
            assertThat(one.end().code()).isZero();
            assertThat(two.end().code()).isZero();
            served.server().signal("TERM");
            served.server().end();
            assertThat(served.trials().all()).hasSize(4).allSatisfy(trial -> assertThat(trial.state()).isEqualTo("complete"))
                    .allSatisfy(trial -> assertThat(trial.attempt()).isEqualTo(1))
                    .allSatisfy(trial -> assertThat(trial.loss()).isEqualTo(trial.x()));
        }
    }

    @Test
    void whatAKilledWorkerWasRunning_isEndedAndRunAgain_andWhatItCouldNotTell_isTold() {
        try (var served = Served.created(shells, "killed", "--trials 2 --grace 1s", programs.stubborn())) {
            var first = served.worker("w", 2);
            idle(first, 2);
            var orphans = programs.processes();
            first.kill();
            programs.forget();
            var second = served.worker("w", 2);
            idle(second, 2);
            assertThat(orphans).noneMatch(Programs::isAlive);

            served.killServer();
            programs.go();
            Await.until("two ends are kept", () -> outbox(served) == 2 && second.err().contains("does not answer"), second::err);
            Await.until("programs have ended", () -> programs.processes().stream().noneMatch(Programs::isAlive), second::err);
            Await.until("the ends are written down", () -> kept(served).split("tell", -1).length == 3, second::err);
            second.kill();
            served.startServer();
            var third = served.worker("w", 2);
            served.await(2, "complete");
            assertThat(served.get("/trials")).contains("\"attempt\":2").doesNotContain("\"attempt\":3");
            Await.until("nothing is owed", () -> outbox(served) == 0, third::err);
        }
    }

    private static int outbox(Served served) {
        try (var files = Files.list(served.folder("w").resolve("outbox"))) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(Served served) {
        try (var files = Files.list(served.folder("w").resolve("outbox"))) {
            var all = new StringBuilder();
            for (var file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTrialThatIsStoppedThroughTheServer_endsItsProgram_andFreesItsSlot_andWhatAnotherPrinted_canBeRead() {
        try (var served = Served.created(shells, "stopped", "--trials 2", programs.waiting())) {
            var worker = served.worker("w", 1);
            idle(worker, 1);
            long process = programs.processes().getFirst();
            served.post("/trials/0/stop", "{}");
            Await.until("its program has ended", () -> !Programs.isAlive(process), worker::err);
            programs.go();
            served.await(2, "complete");
            assertThat(served.get("/trials/0")).contains("\"cancelled\"");
            assertThat(served.get("/trials/1/log")).contains("\"text\":\"loss=0.").contains("\"attempt\":1");
        }
    }

    @Test
    void aWorkerThatIsAskedToEnd_finishesWhatRuns_andAskedTwice_givesItBack() {
        try (var served = Served.created(shells, "drained", "--trials 9", programs.waiting())) {
            var patient = served.worker("patient", 1);
            var hasty = served.worker("hasty", 1);
            idle(patient, 2);
            patient.signal("TERM");
            hasty.signal("TERM");
            Await.until("both drain", () -> patient.err().contains("Nothing new") && hasty.err().contains("Nothing new"), hasty::err);
            hasty.signal("TERM");
            assertThat(hasty.end().code()).isEqualTo(130);
            programs.go();
            assertThat(patient.end().code()).isZero();
            assertThat(served.get("/trials")).containsOnlyOnce("\"complete\"").containsOnlyOnce("\"queued\"").doesNotContain("running");
        }
    }

    @Test
    void inputsAreBroughtToTheWorker_onceForAMachine_andAFileThatWasSpoiltThereIsBroughtAgain() throws IOException {
        var origin = Files.createDirectories(folder.resolve("origin/data"));
        Files.writeString(origin.resolve("offset"), "0.5\n");
        Files.writeString(folder.resolve("origin/train.sh"), "echo loss=$(cat data/offset)\n");
        Files.writeString(folder.resolve("origin/study.yaml"), """
                study: staged
                command: [sh, train.sh]
                space: {x: {real: [0.0, 1.0]}}
                objective: {metric: loss, goal: min}
                strategy: random
                workdir: run
                inputs: [train.sh, data]
                budget: {trials: 3}
                """);
        shells.run("create", folder.resolve("origin/study.yaml").toString()).good();
        var cache = folder.resolve("cache");
        try (var served = new Served(shells, "staged")) {
            for (var name : List.of("one", "two", "three")) {
                served.post("/enqueue", "{\"parameters\":{\"x\":0.%d}}".formatted(name.length()));
                assertThat(served.worker(name, 1, "--cache", cache.toString(), "--idle", "1s").end().code()).isZero();
                spoil(cache);
            }
            assertThat(served.get("/trials").split("\"loss\":0.5", -1)).hasSize(4);
        }
    }

    private static void spoil(Path cache) throws IOException {
        try (var files = Files.list(cache)) {
            var entries = files.filter(file -> !file.toString().endsWith(".lock")).toList();
            assertThat(entries).hasSize(2);
            for (var entry : entries) {
                Files.delete(entry);
                Files.writeString(entry, "0.1\n");
            }
        }
    }

    @Test
    void aWorkerOnAnotherMachine_needsTheRightCertificate_andEndsWhenItsTokenIsRevoked() throws IOException {
        shells.run(Shells.createWords("far", "--trials 9", programs.waiting())).good();
        var token = Files.writeString(folder.resolve("token"), shells.run("token", "create", "node7", "--role", "worker").good());
        var server = shells.start("serve", "far", "--bind", "0.0.0.0", "--port", "0");
        Await.until("the server listens", () -> server.out().endsWith("\n"), server::err);
        var joining = List.of("worker", "--join", "https://127.0.0.1:" + server.out().strip().replaceFirst(".*:", ""), "--slots", "1", "--allow-commands",
                "--token-file", token.toString(), "--fingerprint");
        var print = server.err().lines().filter(line -> line.contains("SHA-256")).map(line -> line.replaceFirst(".*: ", "")).findFirst().orElseThrow();

        var deceived = shells.start(Stream.concat(joining.stream(), Stream.of("00".repeat(32), "--name", "deceived")).toArray(String[]::new));
        Await.until("it refuses the server", () -> deceived.err().contains("certificate"), server::err);
        deceived.kill();
        var worker = shells.start(Stream.concat(joining.stream(), Stream.of(print)).toArray(String[]::new));
        programs.awaitBegun(1, worker);
        long running = programs.processes().getFirst();
        shells.run("token", "revoke", "node7").good();

        assertThat(worker.end().code()).as(worker.err()).isEqualTo(3);
        assertThat(worker.err()).contains("revoked");
        assertThat(Programs.isAlive(running)).isFalse();
        server.kill();
    }

    @Test
    void aWorkerRunsACommandOfItsOwn_orThoseOfStudies_butOnlyIfItsOwnerSaysSo() {
        var neither = shells.run("worker", "--join", "http://127.0.0.1:9");
        assertThat(neither.code()).isEqualTo(2);
        assertThat(neither.err()).contains("--allow-commands").doesNotContain("\tat ");
        try (var served = Served.created(shells, "own", "--trials 3", "touch forbidden; " + AT_ONCE)) {
            var worker = served.worker("--name", "w", "--study", "own", "--idle", "1s", "--", "sh", "-c", "echo loss=0.125");
            assertThat(worker.end().code()).as(worker.err()).isZero();
            assertThat(served.get("/trials").split("0.125", -1)).hasSize(4);
        }
        assertThat(folder.resolve("forbidden")).doesNotExist();
    }
}
