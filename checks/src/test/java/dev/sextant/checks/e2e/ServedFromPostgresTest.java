package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers of one database, as a user would start them.
class ServedFromPostgresTest {
    private static final String STUDY =
            "{\"study\":\"s\",\"space\":{\"x\":{\"real\":[-5,10]}},\"objective\":{\"metric\":\"loss\",\"goal\":\"min\"},\"strategy\":\"random\"}";

    @TempDir
    Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String database = PostgresServer.shared().address(PostgresServer.shared().newDatabase());
    private final List<Running> servers = new ArrayList<>();

    private Running serve(String... more) {
        var words = new ArrayList<>(List.of("serve", "--port", "0", "--store", database));
        words.addAll(List.of(more));
        var server = new Shells(folder).start(words.toArray(String[]::new));
        servers.add(server);
        return server;
    }

    private static String address(Running server) {
        Await.until("the server listens", () -> server.out().endsWith("\n") || !server.process().isAlive(), server::err);
        return server.out().strip();
    }

    @AfterEach
    void end() {
        servers.forEach(server -> server.process().destroyForcibly());
    }

    private String post(String address, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/studies" + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    /// What a server that stands still says when it goes on: that it was taken over, or nothing, because it ends.
    private CompletableFuture<String> late(String address, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/studies" + path)).header("Content-Type", "application/json");
        return client.sendAsync((path.endsWith("best") ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(), HttpResponse.BodyHandlers.ofString())
                .handle((answer, gone) -> gone == null ? answer.statusCode() + answer.body() : "were taken over by process: " + gone);
    }

    private String get(String address, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + "/api/v1/studies" + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void whenTheFirstIsFrozenTheStandbyServesItsStudies_andTheFirstEndsWhenItComesBack() throws Exception {
        var first = serve();
        var there = address(first);
        post(there, "", STUDY);
        post(there, "/s/ask", "{}");
        post(there, "/s/trials/0/tell", "{\"values\":{\"loss\":0.25}}");

        var refused = serve().end();
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("are held by process", "--standby");

        var standby = serve("--standby");
        Await.until("it stands by", () -> standby.err().contains("Standing by"), standby::err);
        first.signal("STOP");
        var here = address(standby);
        assertThat(get(here, "/s/best")).contains("0.25");
        post(here, "/s/ask", "{}");
        post(here, "/s/trials/1/tell", "{\"values\":{\"loss\":0.125}}");
        var late = List.of(late(there, "/s/best", "{}"), late(there, "/s/ask", "{}"), late(there, "/s/trials/1/tell", "{\"values\":{\"loss\":1}}"));
        first.signal("CONT");

        assertThat(late).allSatisfy(answer -> assertThat(answer.get()).contains("were taken over by process"));

        var ended = first.end();
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("were taken over by process", "nothing more is taken here");
        assertThat(get(here, "/s/best")).contains("0.125");
        standby.signal("TERM");
        assertThat(standby.end().code()).isZero();

        var again = serve();
        assertThat(get(address(again), "/s/best")).contains("0.125");
    }
}
