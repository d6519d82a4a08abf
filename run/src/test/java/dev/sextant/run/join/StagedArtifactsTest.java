package dev.sextant.run.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.run.join.Membership.Commands;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of artifacts that the server is to have without being asked.
@Timeout(60)
class StagedArtifactsTest {
    private static final Owed OWED = new Owed("s", 7, 1);
    private static final Artifacts NAMED = new Artifacts(List.of(new FilePattern("*.pt")), Artifacts.Bring.ALL, 1 << 30);
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String PART = "/workers/w/artifacts/" + DIGEST;

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final PretendedServer server = new PretendedServer();
    private final ServerClient client = new ServerClient(server.address());
    private final Connection connection = new Connection(client, said::add);
    private Outbox outbox = new Outbox(Path.of("nowhere"), connection);
    private Optional<StagedArtifacts> begun = Optional.empty();

    @BeforeEach
    void open() {
        outbox = new Outbox(membership().outbox(), connection);
        outbox.takeUp();
        server.answering(asked -> asked.path().equals("/workers/w/artifacts") ? "{\"send\":[{\"sha256\":\"%s\",\"from\":1}]}".formatted(DIGEST) : "{\"have\":3}");
    }

    @AfterEach
    void close() {
        begun.ifPresent(StagedArtifacts::end);
        client.close();
        server.close();
    }

    private Membership membership() {
        return new Membership("w", "here", List.of(), new Commands.OfStudies(Optional.empty()), folder, Optional.empty(), folder.resolve("cache"), 1, Optional.empty());
    }

    private StagedArtifacts artifacts() {
        return new StagedArtifacts(membership().artifacts(), outbox, connection, new ArtifactPost(membership(), connection, new Digests()));
    }

    private void begin(StagedArtifacts artifacts) {
        begun = Optional.of(artifacts);
        artifacts.begin();
    }

    /// A run folder with an artifact.
    private Path run() throws IOException {
        var run = Files.createDirectories(folder.resolve("runs/s-1/0000/000007"));
        Files.writeString(run.resolve("a.pt"), "abc");
        Files.writeString(run.resolve("other"), "x");
        return run;
    }

    private static void await(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private List<String> paths() {
        return server.asked().stream().map(asked -> asked.path().replaceAll("\\?.*", "")).toList();
    }

    @Test
    void whatIsPutAside_isSent_thoughItsRunFolderIsGone_andOnlyWhenItsEndWasTold() throws IOException {
        var artifacts = artifacts();
        outbox.open(OWED);
        var run = run();
        artifacts.stage(OWED, run, NAMED);
        Files.walkFileTree(run, RunFolder.deletion());
        begin(artifacts);
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        assertThat(server.asked()).isEmpty();
        outbox.find(OWED).orElseThrow().settle();
        await(() -> artifacts.unsent() == 0);
        assertThat(server.asked().getFirst().body()).isEqualTo(
                "{\"study\":\"s\",\"trial\":7,\"attempt\":1,\"files\":[\"*.pt\"],\"artifacts\":[{\"name\":\"a.pt\",\"size\":3,\"sha256\":\"%s\"}]}".formatted(DIGEST));
        assertThat(server.asked().getLast().path()).isEqualTo(PART + "?study=s&trial=7&attempt=1&from=1");
        assertThat(server.asked().getLast().body()).isEqualTo("bc");
        assertThat(membership().artifacts()).isEmptyDirectory();
    }

    @Test
    void whatAKilledWorkerPutAside_theNextOneSends_andHalfOfWhatItWasPuttingAside_isThrownAway() throws IOException {
        artifacts().stage(OWED, run(), NAMED);
        Files.writeString(Files.createDirectories(membership().artifacts().resolve("1.draft/files")).resolve("b.pt"), "half");
        var next = artifacts();
        assertThat(next.unsent()).isEqualTo(1);
        begin(next);
        await(() -> next.unsent() == 0);
        assertThat(paths()).containsExactly("/workers/w/artifacts", PART);
        assertThat(membership().artifacts()).isEmptyDirectory();
    }

    @Test
    void aServerThatGoesAway_isWaitedFor() throws IOException {
        var artifacts = artifacts();
        server.away(true);
        artifacts.stage(OWED, run(), NAMED);
        begin(artifacts);
        await(connection::isAway);
        assertThat(artifacts.unsent()).isEqualTo(1);
        server.away(false);
        connection.post(new Post("/", "{}", "k"));
        await(() -> artifacts.unsent() == 0);
        assertThat(paths()).endsWith("/workers/w/artifacts", PART);
    }

    @Test
    void whatIsPartlyThereButSpoiled_isSentOnceMoreFromItsBeginning() throws IOException {
        server.answering(asked -> !asked.path().startsWith(PART) ? "{\"send\":[{\"sha256\":\"%s\",\"from\":1}]}".formatted(DIGEST)
                : asked.path().endsWith("from=1") ? "422 not_allowed" : "{\"have\":3}");
        var artifacts = artifacts();
        artifacts.stage(OWED, run(), NAMED);
        begin(artifacts);
        await(() -> artifacts.unsent() == 0);
        assertThat(server.asked().getLast().path()).endsWith("from=0");
        assertThat(server.asked().getLast().body()).isEqualTo("abc");
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsRefused_isKeptForTheNextStart_andWhatNobodyKnowsAnyMore_isThrownAway() throws IOException {
        server.answering(_ -> "422 not_allowed");
        var artifacts = artifacts();
        artifacts.stage(OWED, run(), NAMED);
        begin(artifacts);
        await(() -> artifacts.unsent() == 0);
        artifacts.end();
        assertThat(membership().artifacts().resolve("s@7.1/files/a.pt")).hasContent("abc");
        assertThat(said).singleElement().asString().contains("trial 7 of 's'", "are kept in");

        server.answering(_ -> "404 unknown_trial");
        var next = artifacts();
        begin(next);
        await(() -> next.unsent() == 0 && said.size() == 2);
        await(() -> !Files.exists(membership().artifacts().resolve("s@7.1")));
    }

    @Test
    void aTrialWithoutArtifacts_putsNothingAside() throws IOException {
        var run = run();
        Files.delete(run.resolve("a.pt"));
        artifacts().stage(OWED, run, NAMED);
        assertThat(membership().artifacts()).doesNotExist();
    }

    @Test
    void theRunFolderOfAnAttempt_isNotThatOfAStudyWhoseNameGoesOn() throws IOException {
        for (var study : List.of("s-2-ab", "s-ab", "t-1")) {
            var run = Files.createDirectories(folder.resolve("runs").resolve(study).resolve("0000/000007"));
            Files.writeString(run.resolve("params.json"), "{}");
        }
        assertThat(membership().runFolder(OWED)).contains(folder.resolve("runs/s-ab/0000/000007"));
        assertThat(membership().runFolder(new Owed("s-2", 7, 1))).contains(folder.resolve("runs/s-2-ab/0000/000007"));
        assertThat(membership().runFolder(new Owed("u", 7, 1))).isEmpty();
    }
}
