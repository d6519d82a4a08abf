package dev.sextant.run.join;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.wire.http.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server that answers as it is told, notes what it was asked, and may be away.
final class PretendedServer implements AutoCloseable {
    /// What it was asked: method, path, key and body, without the path of the interface.
    record Asked(String path, String key, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;
    private volatile Function<Asked, String> answers = _ -> "{\"ok\":true}";

    PretendedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ServerAddress address() {
        return ServerAddress.of("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on it answers nothing that counts, or answers again.
    void away(boolean gone) {
        away = gone;
    }

    /// What it answers; a text that does not begin with `{` is the status of an error.
    void answering(Function<Asked, String> other) {
        answers = other;
    }

    /// What it was asked and has answered.
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var question = new Asked(exchange.getRequestURI().getPath().replace("/api/v1", ""), key == null ? "" : key, body);
            if (!away) {
                asked.add(question);
            }
            var answer = away ? "503" : answers.apply(question);
            var bytes = (answer.startsWith("{") ? answer : "{\"error\":{\"code\":\"unknown_trial\",\"message\":\"no\"}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.startsWith("{") ? 200 : Integer.parseInt(answer), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
