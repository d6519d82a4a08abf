package dev.sextant.checks.e2e;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A study behind a real `sextant serve`, which may be killed and started again at the same port, and workers that join it.
final class Served implements AutoCloseable {
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

    private final Shells shells;
    private final String study;
    private final int port;
    private final List<Running> started = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Running server;

    /// @param study that is in the home
    Served(Shells shells, String study) {
        this.shells = shells;
        this.study = study;
        port = freePort();
        server = serve();
    }

    /// A new study.
    ///
    /// @param script of the program; it is in the study
    static Served created(Shells shells, String study, String flags, String script) {
        shells.run(Shells.createWords(study, flags, script)).good();
        return new Served(shells, study);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Running serve() {
        var next = shells.start("serve", study, "--port", Integer.toString(port));
        started.add(next);
        Await.until("the server listens", () -> next.out().contains("http://") || !next.process().isAlive(), next::err);
        return next;
    }

    Running server() {
        return server;
    }

    /// Kills the server with signal 9.
    void killServer() {
        server.kill();
    }

    void startServer() {
        server = serve();
    }

    /// A worker that runs the commands of studies.
    Running worker(String name, int slots, String... more) {
        return worker(Stream.concat(Stream.of("--name", name, "--slots", Integer.toString(slots), "--allow-commands"), Stream.of(more)).toArray(String[]::new));
    }

    /// A worker as the words say.
    Running worker(String... words) {
        var worker = shells.start(Stream.concat(Stream.of("worker", "--join", "http://127.0.0.1:" + port), Stream.of(words)).toArray(String[]::new));
        started.add(worker);
        return worker;
    }

    /// The folder of a worker.
    Path folder(String name) {
        return shells.home().resolve("worker").resolve(name);
    }

    /// The answer to a request about the study.
    String get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET().build());
    }

    /// Saves what the study has somewhere.
    ///
    /// @return the status; 0 if there was no answer, or half of one
    int download(String path, Path file) {
        try {
            return client.send(HttpRequest.newBuilder(at(path)).GET().build(), BodyHandlers.ofFile(file)).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server answered", e);
        }
    }

    String post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:%d/api/v1/studies/%s%s".formatted(port, study, path));
    }

    private String send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server answered", e);
        }
    }

    /// Waits until so many trials are in a state.
    void await(int count, String state) {
        Await.until("%d trials are %s".formatted(count, state), () -> count(state) >= count, () -> get("/trials") + "\n" + errors());
    }

    private long count(String state) {
        return STATE.matcher(get("/trials")).results().filter(found -> found.group(1).equals(state)).count();
    }

    private String errors() {
        return String.join("\n", started.stream().map(Running::err).toList());
    }

    /// The trials, read from the store.
    Trials trials() {
        return shells.trials(study);
    }

    @Override
    public void close() {
        started.forEach(running -> running.process().destroyForcibly());
        started.forEach(running -> running.process().onExit().join());
        client.close();
    }
}
