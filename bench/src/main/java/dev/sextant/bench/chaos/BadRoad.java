package dev.sextant.bench.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The way from workers and clients to the server, on which requests come late, twice, out of turn, or not at all, and answers get
/// lost. Thread-safe.
final class BadRoad implements AutoCloseable {
    private static final List<String> HEADERS = List.of("Content-type", "Idempotency-key");     // as the listener writes them
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final int MISHAPS_A_HUNDRED = 15;
    private static final int LONGEST_DELAY = 300;
    private static final int LONGEST_HOLD = 4000;

    private final Supplier<URI> server;
    private final HttpServer listening;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(2);
    private final Map<Mishap, Integer> counts = new EnumMap<>(Mishap.class);
    private volatile boolean mended;

    /// What happens to a request on its way.
    enum Mishap {
        NONE,
        /// It comes a little later.
        DELAYED,
        /// It comes so late that others pass it.
        HELD_BACK,
        /// It comes twice, at the same time.
        DOUBLED,
        /// It comes once more, seconds later.
        REPEATED,
        /// The line breaks before it comes to the server.
        CUT_BEFORE,
        /// The line breaks when the server has done it and answered.
        CUT_AFTER
    }

    /// @param server where it leads to now
    BadRoad(Supplier<URI> server) throws IOException {
        this.server = server;
        listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.setExecutor(threads);
        listening.createContext("/", this::carry);
        listening.start();
    }

    /// Where it begins: `http://127.0.0.1:4711`.
    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getAddress().getPort());
    }

    private synchronized Mishap mishap() {
        var mishap = mended || random.nextInt(100) >= MISHAPS_A_HUNDRED ? Mishap.NONE : Mishap.values()[random.nextInt(1, Mishap.values().length)];
        counts.merge(mishap, 1, Integer::sum);
        return mishap;
    }

    private synchronized int upTo(int most) {
        return random.nextInt(most);
    }

    /// From now on nothing happens on it.
    void mend() {
        mended = true;
    }

    /// How many requests met with what.
    synchronized Map<Mishap, Integer> counts() {
        return new EnumMap<>(counts);
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Carried.of(exchange);
            switch (mishap()) {
                case NONE -> answer(exchange, sent(request));
                case DELAYED -> {
                    Pause.of(upTo(LONGEST_DELAY));
                    answer(exchange, sent(request));
                }
                case HELD_BACK -> {
                    Pause.of(LONGEST_DELAY + upTo(LONGEST_HOLD));
                    answer(exchange, sent(request));
                }
                case DOUBLED -> {
                    again(request, 0);
                    answer(exchange, sent(request));
                }
                case REPEATED -> {
                    again(request, LONGEST_DELAY + upTo(LONGEST_HOLD));
                    answer(exchange, sent(request));
                }
                case CUT_BEFORE -> {}       // closing the exchange closes the line
                case CUT_AFTER -> sent(request);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// A request on its way.
    ///
    /// @param body a character a byte
    private record Carried(String method, URI path, Map<String, List<String>> headers, String body) {
        static Carried of(HttpExchange exchange) throws IOException {
            var headers = new TreeMap<String, List<String>>(exchange.getRequestHeaders());
            headers.keySet().retainAll(HEADERS);
            return new Carried(exchange.getRequestMethod(), exchange.getRequestURI(), headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        }

        HttpRequest to(URI server) {
            var request = HttpRequest.newBuilder(server.resolve(path)).method(method, BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)).timeout(PATIENCE);
            headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            return request.build();
        }
    }

    /// What whoever serves at this moment says to it.
    private HttpResponse<byte[]> sent(Carried request) throws IOException, InterruptedException {
        return client.send(request.to(server.get()), BodyHandlers.ofByteArray());
    }

    private void again(Carried request, int later) {
        threads.execute(() -> {
            Pause.of(later);
            try {
                sent(request);
            } catch (IOException away) {
                // Nobody waits for this answer.
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        listening.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
