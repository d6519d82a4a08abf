package dev.sextant.run.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTest {
    private static final Owed OWED = new Owed("s", 7, 2);
    private static final Outcome DONE = new Outcome.Completed(Metrics.of("loss", 0.5));
    private static final String TELL = "/studies/s/trials/7/tell";
    private static final String REPORT = "/studies/s/trials/7/report";

    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final PretendedServer server = new PretendedServer();
    private ServerClient client = new ServerClient(server.address());
    private Connection connection = new Connection(client, said::add);
    private Outbox outbox = new Outbox(Path.of("nowhere"), connection);

    @BeforeEach
    void open() {
        outbox = new Outbox(folder, connection);
        outbox.takeUp();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /// As a worker that was killed and started again.
    private void startAgain() {
        client.close();
        client = new ServerClient(server.address());
        connection = new Connection(client, said::add);
        outbox = new Outbox(folder, connection);
        outbox.takeUp();
    }

    private Debt debt() {
        return outbox.find(OWED).orElseThrow();
    }

    private static void await(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private List<String> paths() {
        return server.asked().stream().map(PretendedServer.Asked::path).toList();
    }

    private void away() {
        server.away(true);
        assertThatThrownBy(() -> connection.post(new Post("/", "{}", "k"))).isInstanceOf(ServerAwayException.class);
    }

    private void back() {
        server.away(false);
        connection.post(new Post("/", "{}", "k"));
    }

    @Test
    void aReportGoesOutAtOnce_andItsDecisionComesBack() {
        server.answering(_ -> "{\"decision\":\"stop\"}");
        outbox.open(OWED);
        assertThat(debt().report(3, Metrics.of("loss", 0.25))).isEqualTo(Decision.STOP);
        assertThat(server.asked().getFirst().body()).isEqualTo("{\"attempt\":2,\"step\":3,\"values\":{\"loss\":0.25}}");
    }

    @Test
    void whileTheServerIsAway_lettersAreKept_andSentInTheirOrder_whenItIsBack() {
        outbox.open(OWED);
        away();
        assertThat(debt().report(1, Metrics.of("loss", 3))).isEqualTo(Decision.CONTINUE);
        assertThat(debt().report(2, Metrics.of("loss", 2))).isEqualTo(Decision.CONTINUE);
        debt().end(DONE);
        assertThat(outbox.untold()).isEqualTo(1);
        back();
        await(() -> outbox.owed().isEmpty());
        assertThat(paths()).filteredOn(path -> path.length() > 1).containsExactly(REPORT, REPORT, TELL);
        assertThat(server.asked()).extracting(PretendedServer.Asked::key).doesNotHaveDuplicates();
        assertThat(folder).isEmptyDirectory();
        assertThat(said).hasSize(2);
    }

    @Test
    void whatADecisionSaysOfALetterThatWasLate_comesBackWithTheNextReport() {
        outbox.open(OWED);
        away();
        assertThat(debt().report(1, Metrics.of("loss", 3))).isEqualTo(Decision.CONTINUE);
        server.answering(_ -> "{\"decision\":\"pause\"}");
        back();
        await(() -> paths().contains(REPORT) && debt().waiting().isEmpty());
        away();
        assertThat(debt().report(2, Metrics.of("loss", 2))).isEqualTo(Decision.PAUSE);
    }

    @Test
    void aWorkerThatWasKilled_tellsWhatHadEnded_andGivesBackWhatHadNot() {
        var other = new Owed("s", 8, 1);
        outbox.open(OWED);
        outbox.open(other);
        away();
        debt().end(DONE);
        startAgain();
        server.away(false);
        await(() -> outbox.owed().isEmpty());
        assertThat(server.asked()).extracting(PretendedServer.Asked::body)
                .containsExactlyInAnyOrder("{\"attempt\":2,\"values\":{\"loss\":0.5}}", "{\"attempt\":1,\"returned\":\"its worker was killed\"}");
    }

    @Test
    void anAttemptThatNobodyWants_isForgotten_whileALetterOfItIsOnItsWay() throws InterruptedException {
        outbox.open(OWED);
        away();
        debt().report(1, Metrics.of("loss", 3));
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        server.answering(question -> {
            if (question.path().equals(REPORT)) {
                asked.countDown();
                assertThat(isDown(answered)).isTrue();
            }
            return "{\"decision\":\"continue\"}";
        });
        back();
        asked.await();
        debt().settle();
        answered.countDown();
        startAgain();
        assertThat(outbox.owed()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aLineThatAKillCutShort_isNotThere() throws IOException {
        outbox.open(OWED);
        away();
        debt().end(DONE);
        try (var files = Files.list(folder)) {
            var file = files.findFirst().orElseThrow();
            var text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.length() - 5));
        }
        startAgain();
        server.away(false);
        await(() -> outbox.owed().isEmpty());
        assertThat(server.asked()).extracting(PretendedServer.Asked::body).containsExactly("{\"attempt\":2,\"returned\":\"its worker was killed\"}");
    }

    @Test
    void resultsForAnotherServer_areNotTakenAlong() {
        outbox.open(OWED);
        away();
        debt().end(DONE);
        try (var stranger = new PretendedServer(); var there = new ServerClient(stranger.address())) {
            var wrong = new Outbox(folder, new Connection(there, said::add));
            assertThatThrownBy(wrong::takeUp).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(server.address().toString()).hasMessageContaining(stranger.address().toString());
        }
    }

    @Test
    void aResultThatTheServerDoesNotKnow_isDropped_andTheUserHearsOfIt() {
        server.answering(_ -> "404");
        outbox.open(OWED);
        debt().end(DONE);
        await(() -> outbox.owed().isEmpty());
        assertThat(said).anyMatch(line -> line.contains("trial 7 of 's'"));
    }

    @Test
    void aTokenThatIsNotGoodAnyMore_endsTheWorker_andKeepsItsResults() {
        server.answering(_ -> "401");
        outbox.open(OWED);
        debt().end(DONE);
        await(() -> connection.over().isPresent());
        assertThat(outbox.owed()).containsExactly(OWED);
        assertThat(folder).isNotEmptyDirectory();
    }
}
