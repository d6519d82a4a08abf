package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.http.Binding;
import dev.sextant.server.request.TestStudies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How artifacts come from a worker to those who want them.
@Timeout(60)
class BringingTest {
    private static final String ARTIFACTS = "/studies/s/trials/0/artifacts";

    @TempDir
    Path disk;
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestStudies studies = new TestStudies();
    private Service service = open();

    private Service open() {
        return Service.open(TestParts.of(studies, Optional.empty()), Binding.loopback(0));
    }

    @BeforeEach
    void begin() {
        studies.disk = Optional.of(disk.resolve("kept"));
    }

    @AfterEach
    void end() {
        service.close();
        client.close();
    }

    /// A study with a trial that has ended.
    private void study(String artifacts) {
        json("/studies", """
                {"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1,"artifacts":%s}""".formatted(artifacts));
        trial(0, 1);
    }

    private void trial(int number, double loss) {
        json("/workers/w/lease", "{\"studies\":[\"s\"]}");
        json("/studies/s/trials/%d/tell".formatted(number), "{\"attempt\":1,\"values\":{\"loss\":%s}}".formatted(loss));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(service.port(), path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String get(String path) {
        return send(to(path)).body();
    }

    private String json(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))).body();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Says that a trial left a file.
    private String announce(int trial, String name, String text) {
        return json("/workers/w/artifacts", """
                {"study":"s","trial":%d,"attempt":1,"files":["*.pt"],"artifacts":[{"name":"%s","size":%d,"sha256":"%s"}]}"""
                .formatted(trial, name, text.length(), digest(text)));
    }

    private String part(String of, long from, String bytes) {
        return send(to("/workers/w/artifacts/%s?study=s&trial=0&attempt=1&from=%d".formatted(digest(of), from))
                .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofString(bytes))).body();
    }

    private void awaitAsked() {
        var answer = json("/workers/w/heartbeat", "{}");
        while (!answer.contains("\"artifacts\":[{\"study\":\"s\",\"trial\":0,\"attempt\":1,\"files\":[\"*.pt\"]}]")) {
            answer = json("/workers/w/heartbeat", "{}");
        }
    }

    @Test
    void whoeverWantsAnArtifact_getsItFromTheWorkerThatHasIt_inParts_andThoseAfterHimFromTheServer() {
        study("[\"*.pt\"]");
        var list = CompletableFuture.supplyAsync(() -> get(ARTIFACTS));
        awaitAsked();
        assertThat(announce(0, "a.pt", "abcdef")).isEqualTo("{\"send\":[]}");
        assertThat(list.join()).isEqualTo("""
                {"study":"s","trial":0,"attempt":1,"artifacts":[{"name":"a.pt","size":6,"sha256":"%s","here":false}]}""".formatted(digest("abcdef")));

        var file = CompletableFuture.supplyAsync(() -> send(to(ARTIFACTS + "/a.pt")));
        awaitAsked();
        assertThat(announce(0, "a.pt", "abcdef")).isEqualTo("{\"send\":[{\"sha256\":\"%s\",\"from\":0}]}".formatted(digest("abcdef")));
        assertThat(part("abcdef", 0, "abc")).isEqualTo("{\"have\":3}");
        assertThat(file).isNotDone();
        assertThat(part("abcdef", 3, "def")).isEqualTo("{\"have\":6}");
        assertThat(file.join().body()).isEqualTo("abcdef");
        assertThat(get(ARTIFACTS)).contains("\"here\":true");
        assertThat(get(ARTIFACTS + "/a.pt?from=4")).isEqualTo("ef");
        assertThat(json("/workers/w/heartbeat", "{}")).doesNotContain("artifacts");
    }

    @Test
    void aTransferThatBrokeOffWithTheServer_goesOnWhereItEnded() {
        study("[\"*.pt\"]");
        announce(0, "a.pt", "abcdef");
        assertThat(part("abcdef", 0, "ab")).isEqualTo("{\"have\":2}");
        service.close();
        service = open();
        var file = CompletableFuture.supplyAsync(() -> get(ARTIFACTS + "/a.pt"));
        awaitAsked();
        assertThat(announce(0, "a.pt", "abcdef")).contains("\"from\":2");
        assertThat(part("abcdef", 2, "cdef")).isEqualTo("{\"have\":6}");
        assertThat(file.join()).isEqualTo("abcdef");
    }

    @Test
    void partsThatComeTwice_orTooEarly_orTooLate_changeNothing() {
        study("[\"*.pt\"]");
        announce(0, "a.pt", "abcdef");
        assertThat(part("abcdef", 3, "def")).isEqualTo("{\"have\":0}");
        assertThat(part("abcdef", 0, "abc")).isEqualTo("{\"have\":3}");
        assertThat(part("abcdef", 0, "abc")).isEqualTo("{\"have\":3}");
        assertThat(part("abcdef", 3, "def")).isEqualTo("{\"have\":6}");
        assertThat(part("abcdef", 3, "xyz")).isEqualTo("{\"have\":6}");
        assertThat(get(ARTIFACTS + "/a.pt")).isEqualTo("abcdef");
    }

    @Test
    void whatIsNotWhatWasSaid_isThrownAway_andNeverUsed() throws IOException {
        study("[\"*.pt\"]");
        announce(0, "a.pt", "abcdef");
        part("abcdef", 0, "abc");
        assertThat(part("abcdef", 3, "xyz")).contains("not_allowed", "Send it again from its beginning");
        part("abcdef", 0, "abc");
        assertThat(part("abcdef", 3, "defgh")).contains("not_allowed");
        assertThat(get(ARTIFACTS)).contains("\"here\":false");
        try (var files = Files.list(disk.resolve("kept/s/files"))) {
            assertThat(files).isEmpty();
        }
        assertThat(part("abcdef", 0, "abcdef")).isEqualTo("{\"have\":6}");
    }

    @Test
    void anEmptyFile_comesToo() {
        study("[\"*.pt\"]");
        announce(0, "a.pt", "");
        assertThat(part("", 0, "")).isEqualTo("{\"have\":0}");
        assertThat(get(ARTIFACTS + "/a.pt")).isEmpty();
        assertThat(get(ARTIFACTS)).contains("\"here\":true");
    }

    @Test
    void aStudyMayHaveAllBrought_orThoseOfTheBest() {
        study("{\"files\":[\"*.pt\"],\"bring\":\"best\"}");
        assertThat(announce(0, "a.pt", "zero")).contains(digest("zero"));
        trial(1, 0.5);
        assertThat(announce(0, "a.pt", "zero")).isEqualTo("{\"send\":[]}");
        assertThat(announce(1, "a.pt", "one")).contains(digest("one"));
        send(to("/studies/s").header("Content-Type", "application/json").method("PATCH", BodyPublishers.ofString("{\"artifacts\":{\"bring\":\"all\"}}")));
        assertThat(announce(0, "a.pt", "zero")).contains(digest("zero"));
    }

    @Test
    void whatIsTooLarge_isListedButNotBrought() {
        study("{\"files\":[\"*.pt\"],\"bring\":\"all\",\"most\":\"5B\"}");
        assertThat(announce(0, "a.pt", "abcdef")).isEqualTo("{\"send\":[]}");
        assertThat(part("abcdef", 0, "abcdef")).contains("not_allowed", "6 bytes", "at most 5 bytes");
        assertThat(get(ARTIFACTS)).contains("\"size\":6");
        assertThat(get(ARTIFACTS + "/a.pt")).contains("not_allowed", "artifacts: {most: …}");
    }

    @Test
    void aFileIsADownload_whateverItHoldsAndIsCalled() {
        study("[\"*.pt\"]");
        var name = "p\\\"l ö\\r\\n/a<b>.svg";
        announce(0, name, "<svg/>");
        part("<svg/>", 0, "<svg/>");
        var answer = send(to(ARTIFACTS + "/p%22l%20%C3%B6%0D%0A/a%3Cb%3E.svg"));
        assertThat(answer.body()).isEqualTo("<svg/>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename*=UTF-8''a%3Cb%3E.svg");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().firstValue("Content-Length")).contains("6");
        announce(0, "a.png", "<svg/>");
        assertThat(send(to(ARTIFACTS + "/a.png")).headers().firstValue("Content-Type")).contains("image/png");
        announce(0, "a.html", "<svg/>");
        assertThat(send(to(ARTIFACTS + "/a.html")).headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void noNameLeadsOutOfWhatWasSaid() {
        study("[\"*.pt\"]");
        announce(0, "../../../secret.pt", "s");
        part("s", 0, "s");
        assertThat(disk).isDirectoryNotContaining("glob:**/secret.pt");
        for (var path : new String[] {"/..%2F..%2Fstudy.db", "/../../lists/000000.1.json", "/%2Fetc%2Fpasswd", "/" + digest("s"), "/"}) {
            assertThat(send(to(ARTIFACTS + path)).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send(to("/workers/w/artifacts/..%2F..%2Fx?study=s&trial=0&attempt=1").header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasAskedByHand_noWorkerIsAskedFor() {
        study("[\"*.pt\"]");
        json("/studies/s/ask", "{}");
        json("/studies/s/trials/1/tell", "{\"values\":{\"loss\":1}}");
        assertThat(get("/studies/s/trials/1/artifacts")).endsWith("\"attempt\":1,\"artifacts\":[]}");
    }

    @Test
    void aTrialThatRuns_hasNoneYet_andAStudyThatNamesNone_hasNone() {
        study("[]");
        assertThat(get(ARTIFACTS)).endsWith("\"artifacts\":[]}");
        json("/workers/w/lease", "{\"studies\":[\"s\"]}");
        assertThat(get("/studies/s/trials/1/artifacts")).contains("not_allowed", "when it has ended");
    }
}
