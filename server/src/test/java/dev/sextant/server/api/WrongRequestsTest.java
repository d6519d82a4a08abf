package dev.sextant.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.http.Binding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Everything that is wrong gets an answer that says so, and changes nothing. Sent as bytes, so that nothing in between mends
/// it.
@Timeout(60)
class WrongRequestsTest {
    private static final List<String> POSTS = List.of("/studies", "/studies/s/ask", "/studies/s/tell", "/studies/s/enqueue", "/studies/s/add",
            "/studies/s/pause", "/studies/s/resume", "/studies/s/retry", "/studies/s/stop", "/studies/s/trials/1/tell", "/studies/s/trials/1/report",
            "/studies/s/trials/1/stop", "/studies/s/trials/1/pause", "/studies/s/trials/1/resume", "/studies/s/trials/1/retry",
            "/studies/s/prioritise", "/studies/s/trials/1/prioritise", "/tokens", "/workers/w/lease", "/workers/w/heartbeat", "/workers/w/artifacts");
    private static final List<String> NO_OBJECTS = List.of("[]", "\"x\"", "7", "null", "{", "{\"a\":1,\"a\":2}", "{\"zzz\":1}", "{} {}", "{\"a\":NaN}",
            "{\"a\":1e999}", "{'a':1}", "[".repeat(100_000), "{\"a\":".repeat(5_000), "\ufeff{}", "\u0000");
    private static Service service = service();
    private static String before = "";

    private record Wrong(String request, int status, String code, String message) {}

    private static Service service() {
        return Service.open(TestParts.of(Optional.empty()), Binding.loopback(0));
    }

    @BeforeAll
    static void begin() {
        assertThat(send(post("/api/v1/studies", """
                {"study":"s","space":{"x":{"real":[0,1]}},"objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}"""))).contains(" 201 ");
        send(post("/api/v1/studies/s/ask", "{\"count\":2}"));
        send(post("/api/v1/studies/s/trials/0/tell", "{\"values\":{\"loss\":1}}"));
        before = events();
    }

    @AfterAll
    static void nothingHasChanged_andTheServerIsWell() {
        assertThat(events()).isEqualTo(before);
        assertThat(send("GET /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).contains("\"study\":\"s\"").doesNotContain("\"n\"");
        service.close();
    }

    private static String events() {
        var answer = send("GET /api/v1/studies/s/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return answer.substring(answer.indexOf("{\"events\""));
    }

    private static String post(String path, String body) {
        return request("POST", path, body);
    }

    private static String request(String method, String path, String body) {
        var head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(method, path);
        return body.isEmpty() ? head + "\r\n"
                : head + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    private static String send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What comes back until the server hangs up.
    private static String send(byte[] bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(20_000);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketException hungUp) {
                // The server does not read to its end what it refuses.
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @TestFactory
    Stream<DynamicTest> aWrongRequest_hasAStatus_aCode_andAMessageThatHelps() {
        return corpus().stream().map(wrong -> DynamicTest.dynamicTest(wrong.request(), () -> {
            var words = wrong.request().split(" ", 3);
            var answer = send(request(words[0], words[1], words.length > 2 ? words[2] : ""));
            assertThat(answer).contains("HTTP/1.1 %d ".formatted(wrong.status()), "\"code\":\"%s\"".formatted(wrong.code()), "\"message\":\"");
            assertThat(answer.replace("\\\"", "\"")).contains(wrong.message());
        }));
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsNoObjectOfThisRoute_isRefusedByEveryRoute() {
        return POSTS.stream().flatMap(path -> NO_OBJECTS.stream().map(body -> DynamicTest.dynamicTest(path + " " + body.substring(0, Math.min(20, body.length())), () ->
                assertThat(send(post("/api/v1" + path, body))).containsPattern("HTTP/1.1 400 ").containsPattern("\"code\":\"(not_json|wrong_form)\""))));
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus().size()).isGreaterThanOrEqualTo(110);
        assertThat(corpus().size() + POSTS.size() * NO_OBJECTS.size()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void whatIsNotHttp_isAnsweredAndHungUpOn() {
        for (var bytes : List.of("hello\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n", "POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(1_000_000) + "\r\n\r\n",
                "POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")) {
            assertThat(send(bytes)).as(bytes.substring(0, Math.min(60, bytes.length()))).doesNotContain("HTTP/1.1 200", "HTTP/1.1 500", "Exception", "at io.");
        }
    }

    @Test
    void aBodyThatIsNotUtf8_isRefused() {
        var head = "POST /api/v1/studies/s/ask HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[head.length + 2];
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[head.length] = (byte) 0xC3;
        bytes[head.length + 1] = (byte) 0x28;
        assertThat(send(bytes)).contains(" 400 ", "not_json", "UTF-8");
    }

    @Test
    void aHugeBody_isNotReadToItsEnd() throws Exception {
        var head = "POST /api/v1/studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[9 << 20]);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void whoeverFallsSilent_keepsNobodyElseWaiting() throws Exception {
        var silent = new ArrayList<Socket>();
        for (int i = 0; i < 100; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
            socket.getOutputStream().write("POST /api/v1/studies/s/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
            silent.add(socket);
        }
        assertThat(send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).contains(" 200 ");
        for (var socket : silent) {
            socket.close();
        }
    }

    @Test
    void headersCannotBeSmuggledIn_throughPathsOrTokens() {
        var answer = send(post("/api/v1/session", "{\"token\":\"x\\r\\nSet-Cookie: evil=1\"}"));
        assertThat(answer).doesNotContain("evil=1");
        assertThat(send(request("GET", "/api/v1/studies/a%0d%0aX-Evil:1", ""))).doesNotContain("\r\nX-Evil");
    }

    @Test
    void otherNamesOfThisHost_areRefused() {
        assertThat(send("GET /api/v1/studies HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).contains(" 403 ", "forbidden", "evil.example");
        assertThat(send("GET /api/v1/studies HTTP/1.1\r\nHost: localhost.evil.example:%d\r\nConnection: close\r\n\r\n".formatted(service.port()))).contains(" 403 ");
        assertThat(send("GET /api/v1/studies HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n".formatted(service.port()))).contains(" 200 ");
        assertThat(send("GET /api/v1/studies HTTP/1.1\r\nHost: [::1]:%d\r\nConnection: close\r\n\r\n".formatted(service.port()))).contains(" 200 ");
    }

    /// Two lines each: `METHOD PATH BODY`, `= STATUS CODE message`.
    private static List<Wrong> corpus() {
        var all = new ArrayList<Wrong>();
        var request = "";
        for (var line : text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("= ")) {
                var words = line.substring(2).split(" ", 3);
                all.add(new Wrong(request, Integer.parseInt(words[0]), words[1], words.length > 2 ? words[2] : ""));
            } else {
                request = line;
            }
        }
        return all;
    }

    private static String text() {
        try (var corpus = Objects.requireNonNull(WrongRequestsTest.class.getResourceAsStream("wrong-requests.txt"))) {
            return new String(corpus.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
