package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What trials leave on real workers, and how it comes to a real server that is killed meanwhile.
@EnabledOnOs(OS.LINUX)
final class ArtifactsOfWorkersTest {
    private static final long SIZE = 256L << 20;

    @TempDir
    private Path folder;

    private Shells shells;

    private Programs programs;

    @BeforeEach
    void open() {
        shells = new Shells(folder);
        programs = new Programs(folder);
    }

    private Path study(String name, String artifacts) throws IOException {
        Files.writeString(folder.resolve("train.sh"), programs.waiting() + "cd \"$SEXTANT_RUN_DIR\"; mkdir plots; echo trained > plots/model.pt\n"
                + "truncate -s %d large.pt; ln -s /etc/passwd secret.pt\n".formatted(SIZE));
        return Files.writeString(folder.resolve(name + ".yaml"), """
                study: %s
                command: [sh, "%s/train.sh"]
                space: {x: {real: [0.0, 1.0]}}
                objective: {metric: loss, goal: min}
                strategy: random
                budget: {trials: 1}
                %s
                """.formatted(name, folder, artifacts));
    }

    private Path brought(String study) {
        return shells.home().resolve("studies").resolve(study).resolve("artifacts");
    }

    @Test
    void aFileOnAWorker_isFetched_thoughFirstTheServerAndThenTheWorkerIsKilledWhileItComes() throws IOException {
        shells.run("create", study("asked", "artifacts: [\"**/*.pt\"]").toString()).good();
        programs.go();
        try (var served = new Served(shells, "asked")) {
            var worker = served.worker("w", 1);
            served.await(1, "complete");
            assertThat(served.get("/trials/0/artifacts")).contains("\"name\":\"large.pt\",\"size\":%d".formatted(SIZE), "plots/model.pt", "\"here\":false")
                    .doesNotContain("secret");
            assertThat(served.get("/trials/0/artifacts/plots/model.pt")).isEqualTo("trained\n");

            var copy = folder.resolve("copy");
            var first = CompletableFuture.supplyAsync(() -> served.download("/trials/0/artifacts/large.pt", copy));
            Await.until("some of it has come", () -> part("asked") > 0, worker::err);
            served.killServer();
            assertThat(first.join()).isNotEqualTo(200);
            assertThat(part("asked")).isBetween(1L, SIZE - 1);
            long kept = part("asked");
            served.startServer();
            var second = CompletableFuture.supplyAsync(() -> served.download("/trials/0/artifacts/large.pt", copy));
            Await.until("more of it has come", () -> part("asked") > kept || second.isDone(), worker::err);
            worker.kill();
            var next = served.worker("w", 1);
            assertThat(second.join()).as(next.err()).isEqualTo(200);
            assertThat(Files.mismatch(copy, served.folder("w").resolve("runs").resolve(run(served)).resolve("large.pt"))).isEqualTo(-1);
            assertThat(shells.run("artifacts", "asked", "0", "--json").good()).contains("large.pt", "model.pt");
        }
    }

    /// How much of a file has come that has not come as a whole.
    private long part(String study) {
        try (var files = Files.newDirectoryStream(brought(study).resolve("files"), "*.part")) {
            var all = files.iterator();
            return all.hasNext() ? Files.size(all.next()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path run(Served served) {
        try (var studies = Files.list(served.folder("w").resolve("runs"))) {
            return studies.filter(Files::isDirectory).findFirst().orElseThrow().getFileName().resolve("0000/000000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAStudyHasBroughtAtOnce_comes_thoughServerAndWorkerAreKilledBefore_andItsRunFolderIsGone() throws IOException {
        shells.run("create", study("all", "artifacts: {files: [plots/], bring: all}\ntrial: {keep: none}").toString()).good();
        try (var served = new Served(shells, "all")) {
            var first = served.worker("w", 1);
            programs.awaitBegun(1, first);
            served.killServer();
            programs.go();
            Await.until("it is put aside and its end is kept", () -> first.err().contains("does not answer") && waiting(served) == 1 && owed(served), first::err);
            first.kill();
            served.startServer();
            var second = served.worker("w", 1);
            served.await(1, "complete");
            Await.until("nothing waits", () -> waiting(served) == 0, second::err);
            second.signal("TERM");
            assertThat(second.end().code()).isZero();
            assertThat(served.get("/trials/0/artifacts")).contains("plots/model.pt", "\"here\":true").doesNotContain("\"here\":false");
            assertThat(shells.run("artifacts", "all", "0", "plots/model.pt").good()).isEqualTo("trained\n");
        }
    }

    private static long waiting(Served served) {
        try (var all = Files.list(served.folder("w").resolve("artifacts"))) {
            return all.filter(place -> place.getFileName().toString().contains("@")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean owed(Served served) {
        try (var all = Files.list(served.folder("w").resolve("outbox"))) {
            for (var file : all.toList()) {
                if (Files.readString(file).contains("tell")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
