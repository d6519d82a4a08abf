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
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What somebody learns, and can do, of studies that his token is not for.
@Timeout(60)
class ScopesTest {
    private static final Map<String, Identity> TOKENS = Map.of(
            "all", new Identity("root", Role.ADMIN, List.of()),
            "team", new Identity("lead", Role.ADMIN, List.of("team-*")),
            "node", new Identity("node7", Role.WORKER, List.of("team-*")));

    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service = Service.open(TestParts.of(Optional.of(token -> Optional.ofNullable(TOKENS.get(token)))), Binding.loopback(0));

    @BeforeEach
    void begin() {
        for (var name : List.of("secret", "teem-plans", "team-mine")) {
            assertThat(post("all", "/studies", study(name, "")).statusCode()).isEqualTo(201);
        }
    }

    @AfterEach
    void end() {
        service.close();
        client.close();
    }

    private static String study(String name, String more) {
        return """
                {"study":"%s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1%s}""".formatted(name, more);
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) {
        try {
            return client.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(service.port(), path)));
    }

    private HttpResponse<String> post(String token, String path, String body) {
        return send(token, to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private String get(String token, String path) {
        return send(token, to(path)).body();
    }

    @Test
    void itIsNoEvidenceForAStudyOfHis() {
        var refused = post("team", "/studies", study("team-new", ",\"warm_start\":[\"secret\"]"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("may see only the studies team-*, not 'secret'");
        assertThat(get("all", "/studies/team-new")).contains("unknown_study");
    }

    @Test
    void itIsNoHintWhenHeMistypesAName() {
        assertThat(get("all", "/studies/team-plans")).contains("There is no study 'team-plans'.\\nDid you mean 'teem-plans'?");
        assertThat(get("team", "/studies/team-plans")).contains("There is no study 'team-plans'.").doesNotContain("teem");
    }

    @Test
    void aWorkerIsListedWithoutIt() {
        runsAt("w", "secret", "team-mine");
        assertThat(get("all", "/workers")).contains("secret", "team-mine");
        assertThat(get("team", "/workers")).contains("\"worker\":\"w\"", "team-mine").doesNotContain("secret");
    }

    private void runsAt(String worker, String... studies) {
        var running = new StringBuilder();
        for (var study : studies) {
            assertThat(post("all", "/workers/" + worker + "/lease", "{\"studies\":[\"%s\"]}".formatted(study)).body()).contains("\"trial\":0");
            running.append(running.isEmpty() ? "" : ",").append("{\"study\":\"%s\",\"trial\":0,\"attempt\":1}".formatted(study));
        }
        post("all", "/workers/%s/heartbeat".formatted(worker), "{\"running\":[%s]}".formatted(running));
    }

    @Test
    void itsTrialsStayWithTheirWorker_whenHeSpeaksInThatName() {
        runsAt("w", "secret", "team-mine");
        post("node", "/workers/w/heartbeat", "{\"running\":[],\"leaving\":true}");
        assertThat(get("all", "/studies/secret/trials/0")).contains("\"running\"");
        assertThat(get("all", "/studies/team-mine/trials/0")).contains("\"queued\"");
    }

    @Test
    void hisWorkerIsNotToldWhatSomebodyWantsToReadOfIt() {
        runsAt("w", "secret", "team-mine");
        var reading = List.of("secret", "team-mine").stream()
                .map(study -> CompletableFuture.supplyAsync(() -> get("all", "/studies/%s/trials/0/log".formatted(study)))).toList();
        String wanted = "";
        while (!wanted.contains("team-mine") || !wanted.contains("secret")) {
            wanted = post("all", "/workers/w/heartbeat", "{}").body();
        }
        assertThat(post("node", "/workers/v/heartbeat", "{}").body()).contains("team-mine").doesNotContain("secret");
        for (var study : List.of("secret", "team-mine")) {
            post("all", "/workers/w/output", "{\"study\":\"%s\",\"trial\":0,\"attempt\":1,\"stream\":\"stdout\",\"from\":0,\"text\":\"abc\",\"next\":3}".formatted(study));
        }
        assertThat(reading).allMatch(one -> one.join().contains("\"abc\""));
    }
}
