package dev.sextant.bench.chaos;

import dev.sextant.bench.Children;
import dev.sextant.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Kills and freezes `sextant serve`, the workers that have joined it, and the PostgreSQL it may keep its studies in, at random
/// moments, and starts them again; workers and clients reach it over a [BadRoad]. Then compares what everybody wrote down; see
/// [History] for what must hold.
///
///     DoesChaosLoseAnything sqlite|postgresql DISTURBANCES WORKERS
///
/// With 100 disturbances and more one of the workers is frozen once for longer than it may be silent. Ends with 1 and says what was
/// lost or doubled, if anything was; then the folder with all that was written down stays.
final class DoesChaosLoseAnything {
    /// To one against servers; about as many end until the next.
    private static final int TRIALS_A_BLOW = 10;
    /// The more there are, the longer each trial takes, so that the study lasts as long as the disturbances do.
    private static final int MILLISECONDS_A_WORKER = 50;
    private static final int WORKERS_A_TURMOIL = 5;
    private static final int CLIENTS = 3;
    private static final int TRIALS_TO_AN_ENQUEUED = 40;
    /// Longer than a worker may be silent.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(4);
    private static final int BEFORE_THE_LONG_FREEZE = 10_000;
    private static final int BEYOND_SILENCE = 130_000;
    private static final int LONG = 100;
    private static final int BETWEEN_LOOKS = 500;

    private final Path folder;
    private final int disturbances;
    private final int turmoils;
    private final int budget;
    private final List<String> workers;
    private final Optional<PostgresServer> database;
    private final List<Optimiser> clients = new ArrayList<>();
    private final Feed feed = new Feed();

    private DoesChaosLoseAnything(Path folder, int disturbances, int workers, Optional<PostgresServer> database) {
        this.folder = folder;
        this.disturbances = disturbances;
        this.turmoils = 1 + Math.max(1, workers / WORKERS_A_TURMOIL);
        this.budget = disturbances / turmoils * TRIALS_A_BLOW;
        this.workers = IntStream.rangeClosed(1, workers).mapToObj(i -> "w" + i).toList();
        this.database = database;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        var folder = Files.createTempDirectory("sextant-chaos");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Children.kill(folder)));
        var database = args[0].equals("postgresql") ? Optional.of(PostgresServer.start()) : Optional.<PostgresServer>empty();
        boolean sound;
        try {
            sound = new DoesChaosLoseAnything(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]), database).isSound();
        } finally {
            database.ifPresent(PostgresServer::close);
        }
        if (sound) {
            delete(folder);
        } else {
            System.out.println("What was written down stays in " + folder);
        }
        System.exit(sound ? 0 : 1);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean isSound() throws IOException, InterruptedException, ExecutionException {
        var store = database.map(server -> List.of("--store", server.address(server.newDatabase()), "--standby")).orElse(List.of());
        List<Kill> kills;
        try (var servers = new Servers(folder, store, store.isEmpty() ? 1 : 2); var road = new BadRoad(servers::address)) {
            new ChaosStudy(folder.resolve("programs"), budget, MILLISECONDS_A_WORKER * workers.size()).create(road.address());
            kills = chaos(servers, road);
            System.out.println("requests: " + road.counts());
        }
        return isWhole(log(store), kills);
    }

    /// Everything bad, and then the end of the study in peace.
    private List<Kill> chaos(Servers servers, BadRoad road) throws IOException, InterruptedException, ExecutionException {
        boolean isLong = disturbances >= LONG;
        try (var staff = new Workers(folder, road.address()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var name : workers) {
                staff.begin(name);
            }
            var running = new ArrayList<Future<?>>();
            for (int i = 1; i <= CLIENTS; i++) {
                clients.add(new Optimiser("c" + i, road.address(), i, budget / TRIALS_TO_AN_ENQUEUED));
                running.add(threads.submit(clients.getLast()));
            }
            if (isLong) {
                running.add(threads.submit(freezingForLong(staff)));
            }
            disturb(turmoils(servers, staff, isLong ? workers.subList(1, workers.size()) : workers), road, threads);
            clients.forEach(Optimiser::wishNoMore);
            road.mend();
            rest(road);
            clients.forEach(Optimiser::end);
            for (var one : running) {
                one.get();
            }
            return staff.kills();
        }
    }

    private Callable<Boolean> freezingForLong(Workers staff) {
        return () -> {
            Pause.of(BEFORE_THE_LONG_FREEZE);
            staff.freezeForLong(workers.getFirst(), BEYOND_SILENCE);
            return true;
        };
    }

    /// One against servers and what they stand on, the others each against some of the workers.
    ///
    /// @param names of workers that may be disturbed
    private List<Turmoil> turmoils(Servers servers, Workers staff, List<String> names) {
        var random = new Random(1);
        var blows = new ArrayList<>(Blows.ofServers(servers, random));
        database.ifPresent(postgres -> blows.addAll(Blows.ofDatabase(postgres, servers, random)));
        var all = new ArrayList<>(List.of(new Turmoil(blows, random)));
        int some = names.size() / (turmoils - 1);
        for (int i = 0; i < turmoils - 1; i++) {
            var his = new Random(2 + i);
            all.add(new Turmoil(Blows.ofWorkers(staff, names.subList(i * some, (i + 1) * some), his), his));
        }
        return all;
    }

    private void disturb(List<Turmoil> all, BadRoad road, ExecutorService threads) throws InterruptedException, ExecutionException {
        var going = all.stream().map(turmoil -> threads.submit(() -> turmoil.strike(disturbances / turmoils, () -> feed.complete() < budget))).toList();
        while (going.stream().anyMatch(one -> one.state() == Future.State.RUNNING)) {
            Pause.of(BETWEEN_LOOKS);
            feed.listen(road.address());
            if (feed.complete() > budget * 3 / 4) {
                clients.forEach(Optimiser::wishNoMore);
            }
        }
        int midway = 0;
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < all.size(); i++) {
            midway += going.get(i).get();
            all.get(i).counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        }
        System.out.printf("%d disturbances, %d of them before the study had ended: %s%n", counts.values().stream().mapToInt(count -> count).sum(), midway, counts);
    }

    /// Lets the study come to its end, as long as anything happens.
    private void rest(BadRoad road) throws InterruptedException {
        long last = System.nanoTime();
        while (feed.complete() < budget && System.nanoTime() - last < LONGEST_SILENCE.toNanos()) {
            int before = feed.heard().size();
            Pause.of(BETWEEN_LOOKS);
            feed.listen(road.address());
            last = feed.heard().size() > before ? System.nanoTime() : last;
        }
    }

    /// What a server that is started afterwards has to tell.
    private List<String> log(List<String> store) throws IOException, InterruptedException {
        try (var servers = new Servers(folder, store, 1); var all = new Feed()) {
            int before = -1;
            while (all.heard().isEmpty() || before < all.heard().size()) {
                before = all.heard().size();
                Pause.of(all.listen(servers.address()) ? 0 : 200);
            }
            return all.heard();
        }
    }

    private boolean isWhole(List<String> log, List<Kill> kills) throws IOException {
        var written = new ArrayList<>(Files.readAllLines(folder.resolve("programs")).stream().map(Written::of).toList());
        var notes = new ArrayList<Note>();
        clients.forEach(client -> {
            written.addAll(client.written());
            notes.addAll(client.notes());
        });
        var history = new History(log, feed.heard(), written, kills, notes);
        var wrong = history.wrong(budget);
        System.out.println(history);
        wrong.forEach(line -> System.out.println("wrong: " + line));
        var left = Children.alive(folder);
        left.forEach(process -> System.out.println("left: " + process));
        return wrong.isEmpty() && left.isEmpty();
    }
}
