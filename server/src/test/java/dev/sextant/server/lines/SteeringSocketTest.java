package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.TestStudies;
import dev.sextant.wire.lines.LineRefusedException;
import dev.sextant.wire.lines.LinesClient;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SteeringSocketTest {
    private static final String STUDY = """
            {"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}""";

    @TempDir Path temporary;
    private final CompletableFuture<String> stopped = new CompletableFuture<>();
    private StudyDesk desk;
    private SteeringSocket socket;

    @BeforeEach
    void listen() {
        desk = new TestStudies().create(StudyDraft.json(Source.file("study", STUDY)), Place.MEMORY, Stored.CONTINUE).desk();
        socket = SteeringSocket.listen(path(), new Run());
    }

    @AfterEach
    void close() {
        socket.close();
        desk.close();
    }

    private Path path() {
        return SocketFolder.in(Optional.empty(), temporary, "me").socket(Path.of("study.db"));
    }

    /// A run that hears when it should stop.
    private final class Run implements OpenStudy {
        @Override
        public StudyDesk desk() {
            return desk;
        }

        @Override
        public Insight insight() {
            return TestStudies.INSIGHT;
        }

        @Override
        public void stop(String why) {
            stopped.complete(why);
        }

        @Override
        public void close() {
            throw new AssertionError("The socket does not close a study that is being run.");
        }
    }

    private static String ask(LinesClient client, int count) {
        return JsonWriter.write(client.send("ask", "s", json -> json.name("count").whole(count)));
    }

    private static void tell(LinesClient client, long trial) {
        client.send("tell", "s", json -> json.name("trial").whole(trial)
                .name("values").startObject().name("loss").number((double) trial).endObject());
    }

    @Test
    void onlyItsOwner_mayEnter() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void fiftyClientsAtOnce_askAndTell_andEveryTrialIsGivenOnce() throws InterruptedException, ExecutionException {
        int clients = 50;
        int each = 20;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < clients; i++) {
                results.add(threads.submit(() -> work(each)));
            }
            var trials = new ArrayList<Long>();
            for (var result : results) {
                trials.addAll(result.get());
            }
            assertThat(trials).hasSize(clients * each).doesNotHaveDuplicates();
        }
        assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(clients * each);
    }

    private List<Long> work(int times) {
        var trials = new ArrayList<Long>();
        try (var client = LinesClient.connect(socket.path())) {
            for (int i = 0; i < times; i++) {
                var trial = (Node.Obj) ((Node.Arr) client.send("ask", "s", _ -> {}).find("trials").orElseThrow().value()).items().getFirst();
                long number = (long) ((Node.Num) trial.find("trial").orElseThrow().value()).number();
                tell(client, number);
                trials.add(number);
            }
        }
        return trials;
    }

    @Test
    void whatOneClientAskedFor_anotherMayTell() {
        try (var first = LinesClient.connect(socket.path())) {
            assertThat(ask(first, 1)).contains("\"trial\":0");
        }
        try (var second = LinesClient.connect(socket.path())) {
            tell(second, 0);
        }
        assertThat(desk.trialState(0)).isEqualTo(TrialState.COMPLETE);
    }

    @Test
    void stopWithoutATrial_reachesWhoeverRunsTheStudy() {
        try (var client = LinesClient.connect(socket.path())) {
            assertThat(JsonWriter.write(client.send("stop", "s", json -> json.name("why").text("lunch")))).isEqualTo("{\"ok\":true}");
        }
        assertThat(stopped).isCompletedWithValue("lunch");
    }

    @Test
    void onlyTheStudyThatIsRun_canBeReached() {
        try (var client = LinesClient.connect(socket.path())) {
            assertThatThrownBy(() -> client.send("ask", "other", _ -> {}))
                    .isInstanceOfSatisfying(LineRefusedException.class, e -> assertThat(e.code()).isEqualTo("unknown_study"))
                    .hasMessage("This process runs study 's', not 'other'.");
            assertThatThrownBy(() -> client.send("delete", "s", _ -> {})).hasMessageContaining("Stop it before deleting it.");
            assertThatThrownBy(() -> client.send("create", "t", json -> json.name("space").startObject()
                    .name("x").whole(1).endObject())).hasMessageContaining("'sextant pipe'");
            assertThat(ask(client, 1)).contains("\"trial\":0");
        }
    }

    @Test
    void aFileThatADeadProcessLeft_isReplaced() throws IOException {
        socket.close();
        try (var abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            abandoned.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();
        socket = SteeringSocket.listen(path(), new Run());
        try (var client = LinesClient.connect(path())) {
            assertThat(ask(client, 1)).contains("\"trial\":0");
        }
    }

    @Test
    void aSocketThatIsAnswered_isNotTakenOver() {
        assertThatThrownBy(() -> SteeringSocket.listen(path(), new Run()))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("Another process listens at");
        try (var client = LinesClient.connect(path())) {
            assertThat(ask(client, 1)).contains("\"trial\":0");
        }
    }

    @Test
    void closed_itHangsUpAndLeavesNoFile() {
        try (var client = LinesClient.connect(socket.path())) {
            ask(client, 1);
            socket.close();
            assertThat(socket.path()).doesNotExist();
            assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("ended before it answered");
        }
        assertThatThrownBy(() -> LinesClient.connect(socket.path())).hasMessageContaining("Nobody answers at");
    }

    @Test
    void closing_waitsForTheAnswerUnderWay() throws Exception {
        var gate = new CompletableFuture<String>();
        socket.close();
        socket = SteeringSocket.listen(path(), new OpenStudy() {
            @Override
            public StudyDesk desk() {
                return desk;
            }

            @Override
            public Insight insight() {
                return TestStudies.INSIGHT;
            }

            @Override
            public void stop(String why) {
                stopped.complete(why);
                gate.join();
            }

            @Override
            public void close() {}
        });
        try (var client = LinesClient.connect(socket.path()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> JsonWriter.write(client.send("stop", "s", _ -> {})));
            stopped.get();
            var closing = threads.submit(socket::close);
            gate.complete("open");
            closing.get();
            assertThat(answer.get()).isEqualTo("{\"ok\":true}");
        }
    }

    @Test
    void aClientThatVanishesInTheMiddleOfALine_disturbsNobody() throws IOException {
        try (var rude = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            rude.write(ByteBuffer.wrap("{\"ask\":{\"stu".getBytes(StandardCharsets.UTF_8)));
        }
        try (var client = LinesClient.connect(socket.path())) {
            assertThat(ask(client, 1)).contains("\"trial\":0");
        }
    }

    @Test
    void aClientThatNeverReads_delaysTheEndBySomeMoments() throws IOException {
        try (var deaf = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
            deaf.configureBlocking(false);
            var lines = ByteBuffer.wrap("{\"trials\":{\"study\":\"s\"}}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            deaf.write(lines);
            long start = System.nanoTime();
            socket.close();
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
        }
    }
}
