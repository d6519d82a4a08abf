package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import dev.sextant.server.http.Binding;
import dev.sextant.server.request.TestStudies;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A real server on loopback, and a client that speaks HTTP to it.
@Timeout(60)
class ServiceTest {
    private static final String STUDY = """
            {"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}""";
    private static final Map<String, Identity> TOKENS = Map.of(
            "reads", new Identity("ann", Role.READ, List.of()),
            "submits", new Identity("bob", Role.SUBMIT, List.of("team-*")),
            "works", new Identity("node7", Role.WORKER, List.of()),
            "rules", new Identity("root", Role.ADMIN, List.of()),
            "rules some", new Identity("lead", Role.ADMIN, List.of("team-*")));

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestStudies studies = new TestStudies();
    private Service service = open(false);

    private Service open(boolean locked) {
        return Service.open(TestParts.of(studies, locked ? Optional.of(token -> Optional.ofNullable(TOKENS.get(token))) : Optional.empty()), Binding.loopback(0));
    }

    @BeforeEach
    void begin() throws Exception {
        assertThat(post("/studies", STUDY).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void end() {
        service.close();
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path.startsWith("/studies") || path.startsWith("/workers") || path.startsWith("/tokens") ? "/api/v1" + path : path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private String get(String path) throws Exception {
        return send(to(path)).body();
    }

    @Test
    void aTrial_isAskedReportedAndTold() throws Exception {
        assertThat(post("/studies/s/ask", "{}").body()).isEqualTo("""
                {"trials":[{"trial":0,"attempt":1,"parameters":{"x":0.5}}]}""");
        assertThat(post("/studies/s/trials/0/report", "{\"step\":1,\"values\":{\"loss\":4}}").body()).isEqualTo("{\"decision\":\"continue\"}");
        assertThat(post("/studies/s/trials/0/tell", "{\"values\":{\"loss\":3}}").body()).isEqualTo("{\"ok\":true}");
        assertThat(get("/studies/s/best")).contains("\"trial\":0", "\"values\":{\"loss\":3.0}");
        assertThat(get("/studies/s/trials")).contains("\"state\":\"complete\"");
        assertThat(get("/studies/s/trials/0")).startsWith("{\"trial\":0,");
        assertThat(get("/studies")).contains("\"study\":\"s\"", "\"counts\":{\"complete\":1}");
    }

    @Test
    void severalResults_areToldAtOnce_andAnsweredEachForItself() throws Exception {
        post("/studies/s/ask", "{\"count\":3}");
        var told = post("/studies/s/tell", """
                {"results":[{"trial":0,"values":{"loss":1}},{"trial":9,"values":{"loss":1}},{"trial":1,"failed":"no"},{"trial":2,"values":{"los":1}}]}""");
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEqualTo("""
                {"results":[{"ok":true},\
                {"error":{"code":"unknown_trial","message":"Study 's' has no trial 9; its trials are 0 to 2.","at":"/results/1/trial"}},\
                {"ok":true},\
                {"error":{"code":"wrong_form","message":"Study 's' has no metric 'los'; metrics: loss.\\nDid you mean 'loss'?","at":"/results/3/values/los"}}]}""");
    }

    @Test
    void studies_areFoundByNameAndByTag_alsoAPageAtATime() throws Exception {
        for (var name : List.of("boats", "birds", "cars")) {
            post("/studies", "{\"study\":\"%s\",\"space\":{\"x\":{\"real\":[0,1]}}}".formatted(name));
        }
        assertThat(send(to("/studies/cars").header("Content-Type", "application/json").method("PATCH", BodyPublishers.ofString("{\"tags\":[\"boat-trailers\"]}"))).statusCode()).isEqualTo(200);
        assertThat(namesIn(get("/studies?search=BOAT"))).containsExactlyInAnyOrder("boats", "cars");
        assertThat(namesIn(get("/studies?search=Trailers"))).containsExactly("cars");
        assertThat(namesIn(get("/studies?search=planes"))).isEmpty();
        var first = get("/studies?search=boat&limit=1");
        assertThat(first).contains("\"next\":\"" + namesIn(first).getFirst() + "\"");
        var second = get("/studies?search=boat&limit=1&after=" + namesIn(first).getFirst());
        assertThat(second).doesNotContain("\"next\"");
        assertThat(List.of(namesIn(first).getFirst(), namesIn(second).getFirst())).containsExactlyInAnyOrder("boats", "cars");
    }

    private static List<String> namesIn(String list) {
        return Pattern.compile("\"study\":\"(\\w+)\"").matcher(list).results().map(found -> found.group(1)).toList();
    }

    @Test
    void whoeverWaitsForTheNextEnd_isAnsweredWhenATrialEnds() throws Exception {
        post("/studies/s/ask", "{\"count\":2}");
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return get("/studies/s/finished?wait=30s&trials=1,7");
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        post("/studies/s/trials/0/tell", "{\"values\":{\"loss\":3}}");
        post("/studies/s/trials/1/tell", "{\"values\":{\"loss\":4}}");
        assertThat(waiting.get()).contains("\"trial\":1,").doesNotContain("\"trial\":0,");
        assertThat(get("/studies/s/finished?after=99&wait=10ms")).contains("\"trials\":[]");
        assertThat(get("/studies/s/finished?wait=2m")).contains("at most 1m");
        assertThat(get("/studies/s/finished?trials=1,x")).contains("separated by commas");
        assertThat(post("/studies/s/enqueue", "{\"parameters\":{\"x\":0.25},\"priority\":2}").body()).isEqualTo("{\"trial\":2}");
        assertThat(post("/studies/s/trials/2/prioritise", "{\"priority\":3}").body()).isEqualTo("{\"late\":[]}");
        assertThat(get("/studies/s/queue?count=5")).isEqualTo("{\"study\":\"s\",\"waiting\":1,\"queue\":[{\"trial\":2,\"priority\":3}]}");
    }

    @Test
    void whoeverWaits_isAnsweredWhenThereIsATrial() throws Exception {
        post("/studies/s/pause", "{}");
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return post("/studies/s/ask", "{\"wait\":\"50s\"}").body();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        assertThat(post("/studies/s/ask", "{\"wait\":\"10ms\"}").body()).contains("\"wait\":true", "paused");
        post("/studies/s/resume", "{}");
        assertThat(waiting.get()).startsWith("{\"trials\":[{\"trial\":0,");
    }

    @Test
    void theSameRequestAgain_isDoneOnce() throws Exception {
        var first = post("/studies/s/ask", "{\"count\":2}", "Idempotency-Key", "k1").body();
        assertThat(post("/studies/s/ask", "{\"count\":2}", "Idempotency-Key", "k1").body()).isEqualTo(first);
        assertThat(post("/studies/s/ask", "{\"count\":1}", "Idempotency-Key", "k1").statusCode()).isEqualTo(409);
        assertThat(post("/studies/s/ask", "{\"count\":1}", "Idempotency-Key", "k2").body()).contains("\"trial\":2,");
    }

    @Test
    void whatWasEnqueuedOrAdded_isNotDoneAgain_byAServerThatWasStartedMeanwhile() throws Exception {
        post("/studies", STUDY.replace("\"s\"", "\"d\"").replace("\"seed\"", "\"duplicates\":\"allow:9\",\"seed\""));
        var wish = "{\"parameters\":{\"x\":0.25}}";
        var result = "{\"parameters\":{\"x\":0.25},\"values\":{\"loss\":1}}";
        var enqueued = post("/studies/d/enqueue", wish, "Idempotency-Key", "k1").body();
        var added = post("/studies/d/add", result, "Idempotency-Key", "k2").body();
        service.close();
        service = open(false);
        assertThat(post("/studies/d/enqueue", wish, "Idempotency-Key", "k1").body()).isEqualTo(enqueued);
        assertThat(post("/studies/d/add", result, "Idempotency-Key", "k2").body()).isEqualTo(added).isNotEqualTo(enqueued);
        assertThat(post("/studies/d/enqueue", wish, "Idempotency-Key", "k3").body()).isNotEqualTo(enqueued);
        service.close();
        service = open(false);
        var other = post("/studies/d/enqueue", "{\"parameters\":{\"x\":0.5}}", "Idempotency-Key", "k1");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("\"conflict\"", "something else", "Use a new key");
        assertThat(post("/studies/d/enqueue", "{\"parameters\":{\"x\":0.5},\"key\":\"k\"}").body()).contains("\"wrong_form\"", "Idempotency-Key");
    }

    @Test
    void aWorker_isGivenTrialsOfAnyStudy_andToldWhatToLetGo() throws Exception {
        assertThat(post("/workers/w/lease", "{\"count\":2,\"studies\":[\"s\"]}").body())
                .startsWith("{\"studies\":[{\"study\":\"s\",\"trials\":[{\"trial\":0,").contains("\"trial\":1,");
        post("/studies/s/trials/1/stop", "{}");
        var beat = post("/workers/w/heartbeat", """
                {"host":"node7","slots":2,"running":[{"study":"s","trial":0,"attempt":1},{"study":"s","trial":1,"attempt":1}]}""");
        assertThat(beat.body()).isEqualTo("{\"unwanted\":[{\"study\":\"s\",\"trial\":1,\"attempt\":1}]}");
        assertThat(get("/workers")).contains("\"worker\":\"w\"", "\"host\":\"node7\"", "\"slots\":2");
        assertThat(post("/workers/w/lease", "{\"commands\":true}").body()).isEqualTo("{\"studies\":[]}");
    }

    @Test
    void tokens_areGivenOutListedAndTakenBack_byAdministratorsOfAllStudies() throws Exception {
        var given = post("/tokens", "{\"name\":\"node7\",\"role\":\"worker\",\"studies\":[\"team-*\"],\"days\":30}");
        assertThat(given.statusCode()).isEqualTo(201);
        var token = given.body().replaceAll(".*\"(sxt_[^\"]+)\".*", "$1");
        assertThat(get("/tokens")).contains("\"name\":\"node7\",\"role\":\"worker\",\"studies\":[\"team-*\"]", "\"expires\":").doesNotContain(token).doesNotContain("sha256");
        assertThat(post("/tokens", "{\"name\":\"node7\",\"role\":\"read\"}").statusCode()).isEqualTo(422);
        assertThat(post("/tokens", "{\"name\":\"x\",\"role\":\"king\"}").body()).contains("read, submit, worker, admin");
        assertThat(send(to("/tokens/node8").DELETE()).body()).contains("Did you mean 'node7'?");
        assertThat(send(to("/tokens/node7").DELETE()).body()).isEqualTo("{\"ok\":true}");
        assertThat(get("/tokens")).isEqualTo("{\"tokens\":[]}");
        service.close();
        service = open(true);
        for (var who : List.of("reads", "submits", "works", "rules some")) {
            assertThat(send(to("/tokens").header("Authorization", "Bearer " + who)).statusCode()).as(who).isEqualTo(403);
        }
        assertThat(send(to("/tokens").header("Authorization", "Bearer rules")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTaken_isAnError_thatSaysWhichAndWhatToDo() {
        assertThatThrownBy(() -> Service.open(TestParts.of(Optional.empty()),
                Binding.loopback(service.port()))).hasMessageContaining("port " + service.port()).hasMessageContaining("in use").hasMessageContaining("--port");
    }

    @Test
    void whatIsMeasured_canBeRead_andNamesNoStudy() throws Exception {
        post("/studies/s/ask", "{\"count\":2}");
        assertThat(get("/metrics")).contains("sextant_open_trials{state=\"running\"} 2.0", "sextant_open_studies 1.0",
                "sextant_http_request_seconds_count{method=\"POST\",route=\"/api/v1/studies/{study}/ask\",status=\"200\"} 1").doesNotContain("\"s\"");
        assertThat(get("/ready")).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void settingsChange_andWhatIsNotSaidStays() throws Exception {
        assertThat(send(to("/studies/s").header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"budget\":{\"trials\":1}}"))).body()).contains("\"budget\":{\"trials\":1");
        post("/studies/s/ask", "{}");
        assertThat(post("/studies/s/ask", "{}").body()).contains("\"wait\":true");
    }

    @Test
    void theFeed_goesOnBehindTheLastEventThatWasHeard() throws Exception {
        post("/studies/s/ask", "{}");
        var feed = client.send(to("/studies/s/events").header("Accept", "text/event-stream").header("Last-Event-ID", "0").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(feed.body(), StandardCharsets.UTF_8))) {
            assertThat(until(lines, "id: ")).isEqualTo("id: 1");
            assertThat(until(lines, "data: ")).contains("\"event\":\"proposed\"");
            assertThat(until(lines, "id: ")).isEqualTo("id: 2");
            post("/studies/s/trials/0/tell", "{\"values\":{\"loss\":3}}");
            assertThat(until(lines, "id: ")).isEqualTo("id: 3");
        }
        assertThat(get("/studies/s/events?from=2&limit=1")).startsWith("{\"events\":[{\"position\":2,").endsWith("],\"next\":3}");
    }

    private static String until(BufferedReader lines, String beginning) throws Exception {
        var line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void whatIsKnownAlready_isNotSentAgain_andLongAnswersArePacked() throws Exception {
        post("/studies/s/ask", "{\"count\":20}");
        var first = send(to("/studies/s/trials"));
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(send(to("/studies/s/trials").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
        var packed = client.send(to("/studies/s/trials").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(packed.body().length).isLessThan(first.body().length() / 3);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(first.body());
        }
    }

    @Test
    void whatComesFromElsewhere_isRefused() throws Exception {
        assertThat(post("/studies/s/ask", "{}", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("/studies/s/ask", "{}", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("/studies/s/ask", "{}", "Origin", "http://127.0.0.1:" + service.port()).statusCode()).isEqualTo(200);
        assertThat(send(to("/studies/s/ask").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(415);
    }

    @Test
    void mistakes_haveAStatusACodeAndAPlace() throws Exception {
        assertThat(post("/studies/s/ask", "{\"cuont\":2}").body()).contains("wrong_form", "'cuont'", "Did you mean 'count'");
        assertThat(post("/studies/s/ask", "{\"count\":").body()).contains("not_json", "line 1, column");
        assertThat(post("/studies/t/ask", "{}").statusCode()).isEqualTo(404);
        assertThat(send(to("/studies/s").PUT(BodyPublishers.noBody())).headers().firstValue("Allow")).contains("DELETE, GET, PATCH");
        assertThat(get("/studis")).contains("not_found");
        assertThat(get("/studies/s/trials?form=1")).contains("wrong_form", "Did you mean 'from'");
        assertThat(get("/studies/s/trials/x")).contains("unknown_trial");
        assertThat(post("/studies/s/trials/0/tell", "{\"trial\":0}").body()).contains("stands in the path");
        assertThat(post("/studies", "x".repeat(9 << 20)).statusCode()).isEqualTo(413);
    }

    @Test
    void withTokens_everybodyMayDoWhatHisRoleAllows_inHisStudies() throws Exception {
        service.close();
        service = open(true);
        assertThat(send(to("/health")).statusCode()).isEqualTo(200);
        assertThat(send(to("/studies")).statusCode()).isEqualTo(401);
        assertThat(status("/studies", STUDY, "wrong")).isEqualTo(401);
        assertThat(status("/studies", STUDY, "reads")).isEqualTo(403);
        assertThat(status("/studies", STUDY, "submits")).as("a study outside the scope").isEqualTo(403);
        var mine = STUDY.replace("\"s\"", "\"team-s\"");
        assertThat(status("/studies", mine.replace("}}", "}},\"command\":[\"rm\"]"), "submits")).as("a command").isEqualTo(403);
        assertThat(status("/studies", mine, "submits")).isEqualTo(201);
        assertThat(status("/studies/team-s/ask", "{}", "works")).isEqualTo(200);
        assertThat(status("/studies/team-s/stop", "{\"trial\":0}", "works")).isEqualTo(403);
        assertThat(status("/studies/team-s/stop", "{\"trial\":0}", "submits")).isEqualTo(200);
    }

    private int status(String path, String body, String token) throws Exception {
        return post(path, body, "Authorization", "Bearer " + token).statusCode();
    }
}
