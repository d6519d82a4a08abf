package dev.sextant.bench.chaos;

import dev.sextant.bench.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// The servers of one store, of which one answers: with a database there is another in reserve. One that ends by itself is started
/// again, as `sextant.service` would. Thread-safe.
final class Servers implements AutoCloseable {
    private static final int BETWEEN_LOOKS = 200;
    private static final int OK = 300;
    private static final Duration PROMPT = Duration.ofMillis(700);

    private final Path folder;
    private final List<String> words;
    private final List<Server> servers = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<Void> watching;
    private volatile Server serving;
    private volatile boolean ending;

    /// One place where a server runs, whoever is its process now.
    private final class Server {
        private final int port;
        private Process process;

        Server(int port) throws IOException {
            this.port = port;
            process = start();
        }

        private Process start() throws IOException {
            var command = new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
            command.addAll(words);
            return Children.sextant(folder, folder.resolve("out"), command);
        }

        synchronized void keep() {
            try {
                process = ending || process.isAlive() ? process : start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        synchronized void kill(int rest) throws IOException {
            Children.ended(process.destroyForcibly());
            Pause.of(rest);
            process = start();
        }

        synchronized void signal(String name) throws IOException {
            Children.signal(process, name);
        }

        synchronized void end() throws IOException {
            signal("TERM");
            Children.ended(process);
        }

        boolean isReady() {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/ready".formatted(port))).timeout(PROMPT).build();
            return client.sendAsync(request, BodyHandlers.discarding()).handle((answer, away) -> away == null && answer.statusCode() < OK).join();
        }
    }

    /// @param words behind `serve`, beside the port
    /// @param count how many; more than one only where all but one stand by
    Servers(Path folder, List<String> words, int count) throws IOException {
        this.folder = folder;
        this.words = words;
        for (int i = 0; i < count; i++) {
            servers.add(new Server(freePort()));
        }
        serving = servers.getFirst();
        watching = CompletableFuture.runAsync(this::watch, Thread::startVirtualThread);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void watch() {
        while (!ending) {
            for (var server : servers) {
                server.keep();
                if (server.isReady()) {
                    serving = server;
                }
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /// The address of the one that answered last.
    URI address() {
        return URI.create("http://127.0.0.1:" + serving.port);
    }

    /// Kills the one that answers, and starts it again after some milliseconds.
    void kill(int rest) throws IOException {
        serving.kill(rest);
    }

    /// Freezes the one that answers for some milliseconds; meanwhile its reserve may have taken its place.
    void freeze(int milliseconds) throws IOException {
        var frozen = serving;
        frozen.signal("STOP");
        Pause.of(milliseconds);
        frozen.signal("CONT");
    }

    /// Lets the one that answers end in good order, and starts it again.
    void restart() throws IOException {
        var server = serving;
        server.end();
        server.keep();
    }

    /// Ends all in good order.
    @Override
    public void close() throws IOException {
        ending = true;
        watching.join();
        for (var server : servers) {
            server.end();
        }
        client.close();
    }
}
