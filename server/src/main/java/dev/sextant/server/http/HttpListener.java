package dev.sextant.server.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Listens for HTTP/1.1 and HTTP/2, a virtual thread a request, and hands each to a [Front]. Thread-safe.
///
/// Sockets are plain ones: those of the other kind keep 16 KB of buffers for each connection, also while nothing comes.
/// A connection on which nothing happens for two minutes is closed, and so is one whose request does not go on.
public final class HttpListener implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /// A filter of some thousand characters, encoded, has room behind `?`.
    private static final int LONGEST_ADDRESS = 64 << 10;
    private static final int MOST_CONNECTIONS = 20_000;
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");

    /// Held, because a logger that nobody holds forgets its level.
    private static final Logger LOG_OF_THE_SERVER = Logger.getLogger("io.helidon");

    private final WebServer server;

    private HttpListener(WebServer server) {
        this.server = server;
    }

    /// Begins to listen.
    ///
    /// @throws UncheckedIOException if nothing can listen there
    public static HttpListener open(Binding binding, Front front) {
        LOG_OF_THE_SERVER.setLevel(Level.OFF);     // what clients do wrong is answered, not complained of
        var builder = WebServer.builder().address(binding.address()).port(binding.port()).shutdownHook(false)
                .useNio(false).maxTcpConnections(MOST_CONNECTIONS).idleConnectionTimeout(IDLE).shutdownGracePeriod(LAST_WORDS)
                .connectionOptions(socket -> socket.readTimeout(IDLE).tcpNoDelay(true))
                .addProtocol(Http1Config.builder().maxPrologueLength(LONGEST_ADDRESS).build()).directHandlers(refusals())
                .routing(routing -> routing.any((request, response) -> serve(front, request, response)));
        binding.tls().ifPresent(context -> builder.tls(Tls.builder().sslContext(context).build()));
        checkFree(binding);
        var server = builder.build().start();
        if (!server.isRunning()) {
            throw taken(binding, new IOException("it was taken at this moment"));
        }
        return new HttpListener(server);
    }

    /// The server under us only logs that it cannot listen, and goes on without.
    private static void checkFree(Binding binding) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(binding.address(), binding.port()));
        } catch (IOException failed) {
            throw taken(binding, failed);
        }
    }

    private static UncheckedIOException taken(Binding binding, IOException why) {
        return new UncheckedIOException(new IOException("Nothing can listen at %s, port %d: %s.%nUse another port (--port), or 0 for any."
                .formatted(binding.address().getHostAddress(), binding.port(), why.getMessage()), why));
    }

    /// What is wrong before there is a request: answered in the form of all errors, without what the server says of itself.
    private static DirectHandlers refusals() {
        var handlers = DirectHandlers.builder();
        for (var kind : EventType.values()) {
            handlers.addHandler(kind, Refused::answer);
        }
        return handlers.build();
    }

    private static void serve(Front front, ServerRequest request, ServerResponse response) {
        var reply = front.answer(new Received(request));
        response.status(Status.create(reply.status()));
        ALWAYS.forEach(response::header);
        response.header(HeaderNames.CACHE_CONTROL, reply.headers().getOrDefault("Cache-Control", "no-cache"));
        reply.headers().forEach((name, value) -> {
            if (!name.equals("Cache-Control")) {
                response.header(name, value);
            }
        });
        switch (reply) {
            case Reply.Document document when document.bytes().length == 0 -> response.send();
            case Reply.Document document -> {
                response.header(HeaderNames.CONTENT_TYPE, document.type());
                response.send(document.bytes());
            }
            case Reply.Stream stream -> stream(stream, response);
        }
    }

    private static void stream(Reply.Stream stream, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, stream.type());
        try (var out = response.outputStream()) {
            stream.writer().write(out);
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            // Whoever listened has hung up, or we end: that is how streams end.
        }
    }

    /// Where it listens.
    public int port() {
        return server.port();
    }

    /// Lets nobody in any more and ends what is under way.
    @Override
    public void close() {
        server.stop();
    }
}
