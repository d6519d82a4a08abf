package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import dev.sextant.server.http.Binding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody hears whose token is taken back while he listens.
@Timeout(60)
class RevokedTokenTest {
    private final Map<String, Identity> tokens = new ConcurrentHashMap<>(Map.of(
            "rules", new Identity("root", Role.ADMIN, List.of()), "reads", new Identity("ann", Role.READ, List.of())));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service = Service.open(TestParts.of(Optional.of(token -> Optional.ofNullable(tokens.get(token)))), Binding.loopback(0));

    @AfterEach
    void end() {
        service.close();
        client.close();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(service.port(), path))).header("Authorization", "Bearer " + token);
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        var answer = client.send(to(path, "rules").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "changes"})
    void theFeedEnds_andTheOthersGoOn(String feed) throws Exception {
        post("/studies", "{\"study\":\"s\",\"space\":{\"x\":{\"real\":[0,1]}},\"strategy\":\"random\"}");
        var his = listening(feed, "reads");
        var others = listening(feed, "rules");
        tokens.remove("reads");
        while (!his.isDone()) {
            post("/studies/s/ask", "{}");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(others.isDone()).isFalse();
    }

    /// What is heard until the feed ends, once it has begun.
    private CompletableFuture<List<String>> listening(String feed, String token) throws IOException, InterruptedException {
        Stream<String> lines = client.send(to("/studies/s/" + feed, token).header("Accept", "text/event-stream").build(), BodyHandlers.ofLines()).body();
        return CompletableFuture.supplyAsync(lines::toList);
    }
}
