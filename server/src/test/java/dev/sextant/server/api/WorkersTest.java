package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.http.Binding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a server and a worker say to each other.
@Timeout(60)
class WorkersTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service = Service.open(TestParts.of(Optional.empty()), Binding.loopback(0));

    @BeforeEach
    void begin() {
        post("/studies", "", """
                {"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}""");
    }

    @AfterEach
    void end() {
        service.close();
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(service.port(), path)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String post(String path, String key, String body) {
        var request = to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    private String lease(String body) {
        return post("/workers/w/lease", "", body);
    }

    private String heartbeat(String body) {
        return post("/workers/w/heartbeat", "", body);
    }

    @Test
    void aWorkerThatLeaves_givesBackAtOnceWhatItHasNotGot_andIsNotListedAnyMore() {
        lease("{\"count\":2,\"studies\":[\"s\"]}");
        heartbeat("{\"running\":[{\"study\":\"s\",\"trial\":0,\"attempt\":1}]}");
        assertThat(send(to("/studies/s/trials/1"))).contains("\"running\"");

        heartbeat("{\"running\":[{\"study\":\"s\",\"trial\":0,\"attempt\":1}],\"leaving\":true}");
        assertThat(send(to("/studies/s/trials/0"))).contains("\"running\"");
        assertThat(send(to("/studies/s/trials/1"))).contains("\"queued\"");
        assertThat(send(to("/workers"))).isEqualTo("{\"workers\":[]}");
    }

    @Test
    void aTrialThatIsGivenBack_isRunAgainUnderItsNextAttempt() {
        lease("{\"studies\":[\"s\"]}");
        assertThat(post("/studies/s/trials/0/tell", "", "{\"attempt\":1,\"returned\":\"no room\"}")).isEqualTo("{\"ok\":true}");
        assertThat(lease("{\"studies\":[\"s\"]}")).contains("\"trial\":0,\"attempt\":2");
        assertThat(post("/studies/s/trials/0/tell", "", "{\"attempt\":1,\"values\":{\"loss\":1}}")).startsWith("{\"ok\":false,\"state\":\"running\"");
        assertThat(post("/studies/s/trials/0/tell", "", "{\"returned\":\"no room\",\"values\":{\"loss\":1}}")).contains("wrong_form");
    }

    @Test
    void theLastLinesOfAFailure_areKept() {
        lease("{\"studies\":[\"s\"]}");
        post("/studies/s/trials/0/tell", "", "{\"failed\":\"exit code 1\",\"last_lines\":\"no such file\"}");
        assertThat(send(to("/studies/s/events"))).contains("\"last_lines\":\"no such file\"");
        assertThat(post("/studies/s/trials/0/tell", "", "{\"values\":{\"loss\":1},\"last_lines\":\"x\"}")).contains("wrong_form");
    }

    @Test
    void aStudyThatAWorkerCannotRun_isLeftOut() {
        assertThat(lease("{\"studies\":[\"s\"],\"without\":[\"s\"]}")).isEqualTo("{\"studies\":[]}");
        assertThat(lease("{\"studies\":[\"s\"],\"without\":[\"t\"]}")).contains("\"trial\":0");
    }

    @Test
    void whatWasRefused_mayBeSentAgainUnderItsKey_andIsDoneThen() {
        var ask = "{\"worker\":\"w\"}";
        assertThat(post("/studies/late/ask", "k", ask)).contains("unknown_study");
        post("/studies", "", "{\"study\":\"late\",\"space\":{\"x\":{\"real\":[0,1]}},\"objective\":{\"metric\":\"loss\",\"goal\":\"min\"}}");
        var first = post("/studies/late/ask", "k", ask);
        assertThat(first).contains("\"trial\":0");
        assertThat(post("/studies/late/ask", "k", ask)).isEqualTo(first);
    }

    @Test
    void whatATrialPrinted_isSentByTheWorkerThatHasIt_whenSomebodyReadsIt() {
        lease("{\"studies\":[\"s\"]}");
        var reading = CompletableFuture.supplyAsync(() -> send(to("/studies/s/trials/0/log?from=5")));
        var wanted = heartbeat("{}");
        while (!wanted.contains("wanted\":[{\"study\"")) {
            wanted = heartbeat("{}");
        }
        assertThat(wanted).contains("{\"study\":\"s\",\"trial\":0,\"attempt\":1,\"stream\":\"stdout\",\"from\":5}");
        post("/workers/w/output", "", "{\"study\":\"s\",\"trial\":0,\"attempt\":1,\"stream\":\"stdout\",\"from\":5,\"text\":\"abc\",\"next\":8}");
        assertThat(reading.join()).isEqualTo("{\"study\":\"s\",\"trial\":0,\"attempt\":1,\"stream\":\"stdout\",\"from\":5,\"text\":\"abc\",\"next\":8}");
        assertThat(send(to("/studies/s/trials/0/log?stream=stdin"))).contains("wrong_form");
        assertThat(send(to("/studies/s/trials/9/log"))).contains("unknown_trial");
    }
}
