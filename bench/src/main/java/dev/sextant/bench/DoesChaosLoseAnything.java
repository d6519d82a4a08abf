package dev.sextant.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Kills and freezes `sextant serve` and the workers that have joined it, at random moments, and starts them again; then compares
/// three histories: the log of the study, what a client heard of it while it went on, and what the programs wrote down themselves.
/// See [ChaosHistory] for what must hold.
///
///     DoesChaosLoseAnything DISTURBANCES WORKERS
///
/// Ends with 1 and says what was lost or doubled, if anything was.
final class DoesChaosLoseAnything {
    private static final int TRIALS_A_DISTURBANCE = 20;
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private static final Duration BEYOND_SILENCE = Duration.ofSeconds(130);
    private static final int LONG = 100;
    private static final String FROZEN = "frozen";

    private final Path folder;
    private final int disturbances;
    private final int budget;
    private final int port;
    private final Random random = new Random(1);
    private final Map<String, Process> workers = new ConcurrentSkipListMap<>();
    private final List<ChaosHistory.Kill> kills = new CopyOnWriteArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Process server;

    private DoesChaosLoseAnything(Path folder, int disturbances) throws IOException {
        this.folder = folder;
        this.disturbances = disturbances;
        this.budget = disturbances * TRIALS_A_DISTURBANCE;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        create();
        server = serve();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var chaos = new DoesChaosLoseAnything(Files.createTempDirectory("sextant-chaos"), Integer.parseInt(args[0]));
        boolean sound = chaos.run(Integer.parseInt(args[1]));
        System.exit(sound ? 0 : 1);
    }

    /// A program that takes 0.05 to 0.4 s and writes down its value, which no other attempt has, before it prints it.
    private void create() throws IOException {
        var script = """
                sleep 0.$((SEXTANT_TRIAL %% 4))5; now=$(date +%%s.%%N); value=0.${now##*.}$$1
                echo "$SEXTANT_TRIAL $SEXTANT_ATTEMPT $value $now $SEXTANT_RUN_DIR" >> '%s'; echo loss=$value""".formatted(folder.resolve("programs"));
        finished(Children.sextant(folder, folder.resolve("out"), List.of("create", "--name", "chaos", "-p", "x=0.0..1.0", "--metric", "loss:min",
                "--strategy", "random", "--seed", "1", "--trials", Integer.toString(budget), "--grace", "1s", "--", "sh", "-c", script, "sh")));
    }

    private static void finished(Process process) {
        process.onExit().join();
    }

    private Process serve() throws IOException {
        return Children.sextant(folder, folder.resolve("out"), List.of("serve", "chaos", "--port", Integer.toString(port)));
    }

    private void work(String name) throws IOException {
        workers.put(name, Children.sextant(folder, folder.resolve("out"), List.of("worker", "--join", "http://127.0.0.1:" + port,
                "--name", name, "--slots", "2", "--allow-commands")));
    }

    private Process worker(String name) {
        return Optional.ofNullable(workers.get(name)).orElseThrow();
    }

    private boolean run(int count) throws IOException, InterruptedException {
        for (int i = 1; i <= count; i++) {
            work("w" + i);
        }
        var longFreeze = Thread.ofVirtual().unstarted(this::freezeForLong);
        if (disturbances >= LONG) {
            work(FROZEN);
            longFreeze.start();
        }
        int midway = 0;
        for (int i = 0; i < disturbances; i++) {
            pause(300 + random.nextInt(1500));
            disturb();
            listen();
            midway += isOver() ? 0 : 1;
        }
        System.out.printf("%d disturbances of a server and %d workers, %d of them before the study had ended%n", disturbances, count, midway);
        longFreeze.join();
        return rest() && isWhole();
    }

    /// A worker that nothing else is done to is not heard for so long that its trials are given to others; what it tells after that
    /// comes too late, and counts as if it had been killed.
    private void freezeForLong() {
        try {
            pause(10_000);
            var begun = Instant.now();
            signal(worker(FROZEN), "STOP");
            pause((int) BEYOND_SILENCE.toMillis());
            signal(worker(FROZEN), "CONT");
            kills.add(new ChaosHistory.Kill(FROZEN, begun, Instant.now()));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void disturb() throws IOException, InterruptedException {
        var names = workers.keySet().stream().filter(name -> !name.equals(FROZEN)).toList();
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                server.destroyForcibly().waitFor();
                pause(random.nextInt(2500));
                server = serve();
            }
            case 1 -> freeze(server);
            case 2 -> freeze(worker(name));
            case 3 -> {
                end(name, "TERM");
                work(name);
            }
            default -> {
                end(name, "KILL");
                pause(random.nextInt(1500));
                work(name);
            }
        }
    }

    private void freeze(Process process) throws IOException, InterruptedException {
        signal(process, "STOP");
        pause(200 + random.nextInt(3000));
        signal(process, "CONT");
    }

    /// A worker that is asked to end twice stops its programs; that is noted as a kill, for what they had written down may be given back.
    private void end(String name, String how) throws IOException, InterruptedException {
        var worker = worker(name);
        var begun = Instant.now();
        signal(worker, how);
        if (how.equals("TERM")) {
            pause(100);
            signal(worker, how);
        }
        worker.waitFor();
        kills.add(new ChaosHistory.Kill(name, begun, Instant.now()));
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /// Notes the events that the server tells of now, if it does; from the beginning, for none may ever change.
    private void listen() throws InterruptedException {
        try {
            var feed = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/studies/chaos/events?from=%d&limit=10000".formatted(port, heard.size())))
                    .timeout(Duration.ofSeconds(2)).build(), BodyHandlers.ofString()).body();
            heard.addAll(ChaosHistory.events(feed));
        } catch (IOException away) {
            // It was just killed or frozen.
        }
    }

    private boolean isOver() {
        return heard.stream().filter(e -> e.contains("\"event\":\"ended\"") && e.contains("\"outcome\":\"complete\"")).count() >= budget;
    }

    /// Lets the study come to its end in peace.
    private boolean rest() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_REST.toNanos();
        while (!isOver() && System.nanoTime() < end) {
            pause(500);
            listen();
        }
        for (var name : List.copyOf(workers.keySet())) {
            signal(worker(name), "TERM");
            worker(name).waitFor();
        }
        signal(server, "TERM");
        server.waitFor();
        return isOver();
    }

    private boolean isWhole() throws IOException {
        var log = folder.resolve("log");
        finished(Children.sextant(folder, log, List.of("events", "chaos", "--json")));
        var wrong = new ChaosHistory(Files.readAllLines(log), heard, Files.readAllLines(folder.resolve("programs")), kills).wrong(budget);
        var left = Children.alive(folder);
        wrong.forEach(line -> System.out.println("wrong: " + line));
        left.forEach(process -> System.out.println("left: " + process));
        return wrong.isEmpty() && left.isEmpty();
    }
}
