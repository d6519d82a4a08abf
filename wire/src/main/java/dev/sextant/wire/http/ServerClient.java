package dev.sextant.wire.http;

import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;

/// Speaks with a server over HTTP/1.1 connections that are kept. Each call is one try, but for a server that says that this was one
/// request too many in a second; what is to be done when there was no answer is for the caller to say, who may send the same
/// thing under the same key again. Thread-safe.
public final class ServerClient implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(15);
    private static final int MOST_TRIES = 5;
    private static final int OK = 300;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final String HELD = "held";

    private final ServerAddress address;
    private final HttpClient client;
    private final Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(4));

    public ServerClient(ServerAddress address) {
        this.address = address;
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER);
        address.fingerprint().ifPresent(wanted -> builder.sslContext(PinnedTrust.context(wanted)));
        client = builder.build();
    }

    public ServerAddress address() {
        return address;
    }

    /// A request that changes something.
    ///
    /// @param path below the server, encoded
    /// @param body a JSON object
    /// @param key the same for a repetition of the same request, and for no other
    /// @param patience how long the server may keep the answer back
    public record Post(String path, String body, String key, Duration patience) {
        /// One that is answered at once.
        public Post(String path, String body, String key) {
            this(path, body, key, Duration.ZERO);
        }
    }

    /// Has something done.
    ///
    /// @throws ServerAwayException if there was no answer, or none that counts
    /// @throws ServerRefusedException if it cannot be done
    /// @throws InterruptedException if the thread was interrupted meanwhile; whether it was done is not known then
    public Node.Obj post(Post post) throws InterruptedException {
        var request = to(post.path(), post.patience()).header("Content-Type", "application/json").header("Idempotency-Key", post.key())
                .POST(BodyPublishers.ofString(post.body())).build();
        return accepted(answer(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /// Sends bytes. What they are for stands in the path, so that the same may be sent again.
    ///
    /// @param patience how long the server may take for them
    /// @throws ServerAwayException as [#post]
    /// @throws ServerRefusedException as [#post]
    public Node.Obj send(String path, byte[] bytes, Duration patience) throws InterruptedException {
        var request = to(path, patience).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(bytes)).build();
        return accepted(answer(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /// Looks at something.
    ///
    /// @throws ServerAwayException as [#post]
    /// @throws ServerRefusedException as [#post]
    public Node.Obj get(String path) throws InterruptedException {
        return accepted(answer(to(path, Duration.ZERO).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /// The bytes of something; to be closed by the caller.
    ///
    /// @throws ServerAwayException as [#post]
    /// @throws ServerRefusedException as [#post]
    public InputStream bytes(String path) throws InterruptedException {
        var request = to(path, Duration.ZERO);
        var response = answer(request.GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() < OK) {
            return response.body();
        }
        try (var body = response.body()) {
            throw trouble(response.statusCode(), new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw away(broken);
        }
    }

    private HttpRequest.Builder to(String path, Duration patience) {
        var request = HttpRequest.newBuilder(address.at(path)).timeout(ANSWERING.plus(patience));
        address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> handler) throws InterruptedException {
        try {
            var response = client.send(request, handler);
            for (int tries = 1; response.statusCode() == TOO_MANY && tries < MOST_TRIES; tries++) {
                LockSupport.parkNanos(pauses.after(tries).toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                response = client.send(request, handler);
            }
            return response;
        } catch (IOException broken) {
            throw away(broken);
        }
    }

    private ServerAwayException away(IOException broken) {
        return new ServerAwayException("%s: %s".formatted(address, reason(broken)), broken);
    }

    private static String reason(IOException broken) {
        return switch (broken) {
            case HttpConnectTimeoutException _ -> "no connection within %ds".formatted(CONNECTING.toSeconds());
            case HttpTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "nobody listens there";
            case SSLException distrust -> "its certificate is not trusted here: %s; who knows its fingerprint may state it".formatted(deepest(distrust));
            default -> deepest(broken);
        };
    }

    private static String deepest(Throwable broken) {
        var cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    private Node.Obj accepted(HttpResponse<String> response) {
        if (response.statusCode() < OK && object(response.body()) instanceof Node.Obj object) {
            return object;
        }
        throw trouble(response.statusCode(), response.body());
    }

    private RuntimeException trouble(int status, String body) {
        var error = object(body) instanceof Node.Obj object ? object.find("error").map(Node.Member::value) : Optional.<Node>empty();
        var message = error.flatMap(e -> text(e, "message"));
        var code = error.flatMap(e -> text(e, "code")).orElse("");
        if (status >= BROKEN || status == TOO_MANY || code.equals(HELD)) {
            return new ServerAwayException(message.orElseGet(() -> "%s answers with status %d".formatted(address, status)));
        }
        return new ServerRefusedException(status, code, message.orElseGet(() -> """
                %s answers with status %d and no word of Sextant's.
                Is it the address of a 'sextant serve'?""".formatted(address, status)));
    }

    private static Node object(String body) {
        try {
            return JsonReader.read(Source.file("answer", body));
        } catch (FormException _) {
            return new Node.Null(Source.file("answer", "").start());
        }
    }

    private static Optional<String> text(Node node, String member) {
        return node instanceof Node.Obj object ? object.find(member).map(Node.Member::value)
                .flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty()) : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
