package dev.sextant.bench.chaos;

import dev.sextant.wire.http.ServerAddress;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerClient;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A client that enqueues, adds, asks and tells over HTTP as an optimiser elsewhere would, and writes down what it was told. Whatever
/// is not answered it sends again, under the same key, until it is. One thread.
final class Optimiser implements Runnable {
    private static final String STUDY = "/api/v1/studies/%s/".formatted(ChaosStudy.NAME);
    private static final int MOST_AT_ONCE = 2;
    private static final int LONGEST_WORK = 3000;
    private static final int LONGEST_REST = 300;

    private final String name;
    private final ServerClient client;
    private final Random random;
    private final List<Note> notes = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private int toEnqueue;
    private int toAdd;
    private volatile boolean wishing = true;
    private volatile boolean ending;

    /// @param toEnqueue how many configurations; it adds a third as many
    Optimiser(String name, URI server, int seed, int toEnqueue) {
        this.name = name;
        this.client = new ServerClient(ServerAddress.of(server.toString()));
        this.random = new Random(seed);
        this.toEnqueue = toEnqueue;
        this.toAdd = toEnqueue / 3;
    }

    @Override
    public void run() {
        try (client) {
            while (!ending) {
                if (wishing && toEnqueue > 0 && random.nextInt(4) == 0) {
                    enqueue();
                    toEnqueue--;
                }
                if (wishing && toAdd > 0 && random.nextInt(12) == 0) {
                    add();
                    toAdd--;
                }
                work();
            }
            heartbeat(List.of(), true);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has it enqueue and add nothing more: once the budget is used, a wish waits for ever, and a result goes beyond it.
    void wishNoMore() {
        wishing = false;
    }

    /// Has it end when it has told what it has.
    void end() {
        ending = true;
    }

    /// What it was told; to be read when it has ended.
    List<Note> notes() {
        return notes;
    }

    /// The values of the trials that it ran.
    List<Written> written() {
        return written;
    }

    private void enqueue() throws InterruptedException {
        double x = random.nextDouble();
        var answer = answered(STUDY + "enqueue", parameters(x).endObject().finish());
        notes.add(new Note.Enqueued(x, whole(answer, "trial")));
    }

    private void add() throws InterruptedException {
        double x = random.nextDouble();
        double value = 1 + random.nextDouble();
        var answer = answered(STUDY + "add", values(parameters(x), value).endObject().finish());
        notes.add(new Note.Added(x, value, whole(answer, "trial")));
    }

    private static JsonWriter parameters(double x) {
        return new JsonWriter().startObject().name("parameters").startObject().name("x").number(x).endObject();
    }

    private static JsonWriter values(JsonWriter json, double loss) {
        return json.name("values").startObject().name("loss").number(loss).endObject();
    }

    private void work() throws InterruptedException {
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        var answer = answered(STUDY + "ask", new JsonWriter().startObject().name("count").whole(count).name("worker").text(name)
                .name("wait").text("1s").endObject().finish());
        var attempts = attempts(answer);
        attempts.forEach(attempt -> notes.add(new Note.Given(name, attempt)));
        heartbeat(attempts, false);
        Pause.of(random.nextInt(LONGEST_WORK));
        if (!attempts.isEmpty()) {
            tell(attempts);
        }
    }

    /// Asked until there is an answer, trials that were given in one that was lost come back by this.
    private void heartbeat(List<Attempt> running, boolean leaving) throws InterruptedException {
        var json = new JsonWriter().startObject().name("running").startList();
        running.forEach(attempt -> json.startObject().name("study").text(ChaosStudy.NAME).name("trial").whole(attempt.trial()).name("attempt").whole(attempt.attempt()).endObject());
        answered("/api/v1/workers/%s/heartbeat".formatted(name), json.endList().name("leaving").flag(leaving).endObject().finish());
    }

    private void tell(List<Attempt> attempts) throws InterruptedException {
        var json = new JsonWriter().startObject().name("results").startList();
        var values = new ArrayList<Double>();
        for (var attempt : attempts) {
            double value = random.nextDouble();
            values.add(value);
            written.add(new Written(attempt, value, Instant.now(), name));
            values(json.startObject().name("trial").whole(attempt.trial()).name("attempt").whole(attempt.attempt()), value).endObject();
        }
        var results = list(answered(STUDY + "tell", json.endList().endObject().finish()), "results");
        for (int i = 0; i < attempts.size(); i++) {
            var result = JsonWriter.write(results.get(i));
            switch (result) {
                case "{\"ok\":true}" -> notes.add(new Note.Told(attempts.get(i), values.get(i)));
                case String late when late.startsWith("{\"ok\":false") -> {}
                default -> throw new IllegalStateException("%s told %s, and was told: %s".formatted(name, attempts.get(i), result));
            }
        }
    }

    private Node.Obj answered(String path, String body) throws InterruptedException {
        var post = new Post(path, body, UUID.randomUUID().toString());
        while (true) {
            try {
                return client.post(post);
            } catch (ServerAwayException away) {
                Pause.of(random.nextInt(LONGEST_REST));
            }
        }
    }

    private static List<Attempt> attempts(Node.Obj answer) {
        return answer.find("trials").isEmpty() ? List.of()
                : list(answer, "trials").stream().map(trial -> new Attempt(whole(trial, "trial"), whole(trial, "attempt"))).toList();
    }

    private static List<Node.Obj> list(Node.Obj answer, String member) {
        if (answer.find(member).orElseThrow().value() instanceof Node.Arr list) {
            return list.items().stream().map(Node.Obj.class::cast).toList();
        }
        throw new IllegalStateException("No list of %s in the answer.".formatted(member));
    }

    private static int whole(Node.Obj object, String member) {
        if (object.find(member).orElseThrow().value() instanceof Node.Num number) {
            return Integer.parseInt(number.literal());
        }
        throw new IllegalStateException("No number %s in the answer.".formatted(member));
    }
}
