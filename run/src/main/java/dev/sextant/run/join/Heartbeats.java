package dev.sextant.run.join;

import dev.sextant.wire.http.Pauses;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Says at least every ten seconds that the worker lives and all that it has, and hears what it should let go of. As long as the server
/// does not answer it knocks, first often, then seldom: everybody else waits for this.
final class Heartbeats {

    /// How long somebody who wanted to read an output or artifact is taken to want more.
    private static final Duration WATCHED = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Membership membership;
    private final Connection connection;
    private final Outbox outbox;
    private final LeasedTrials trials;
    private final WantedArtifacts artifacts;
    private final Pauses beats = new Pauses(Duration.ofSeconds(10), Duration.ofSeconds(10));
    private final Pauses knocks = new Pauses(Duration.ofMillis(200), Duration.ofSeconds(5));
    private volatile long watchedUntil = System.nanoTime();
    private final Thread beating = Thread.ofVirtual().name("heartbeats").unstarted(this::beat);

    Heartbeats(Membership membership, Connection connection, Outbox outbox, LeasedTrials trials, WantedArtifacts artifacts) {
        this.membership = membership;
        this.connection = connection;
        this.outbox = outbox;
        this.trials = trials;
        this.artifacts = artifacts;
    }

    void begin() {
        beating.start();
    }

    private void beat() {
        try {
            int inVain = 0;
            while (connection.over().isEmpty()) {
                say(false);
                inVain = connection.isAway() ? inVain + 1 : 0;
                pause(inVain);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int inVain) throws InterruptedException {
        if (inVain > 0) {
            connection.rest(knocks.after(inVain));
        } else {
            awaitNext();
        }
    }

    /// The next is due in some seconds, sooner if somebody watches, or as soon as somebody finds that the server is away.
    private void awaitNext() throws InterruptedException {
        boolean watched = watchedUntil - System.nanoTime() > 0;
        long end = System.nanoTime() + (watched ? BETWEEN_LOOKS : beats.after(1)).toNanos();
        while (!connection.isAway() && connection.over().isEmpty() && System.nanoTime() < end) {
            connection.awaitNews(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private void say(boolean leaving) {
        try {
            var answer = connection.post(new Post(membership.path("heartbeat"), body(leaving), UUID.randomUUID().toString()));
            objects(answer, "unwanted").forEach(this::reject);
            var wanted = objects(answer, "wanted");
            wanted.forEach(new WantedOutput(membership, connection)::send);
            var files = objects(answer, "artifacts");
            files.forEach(artifacts::send);
            watchedUntil = wanted.isEmpty() && files.isEmpty() ? watchedUntil : System.nanoTime() + WATCHED.toNanos();
        } catch (ServerAwayException | ServerRefusedException _) {
            // The connection has said so.
        } catch (RuntimeException broken) {
            connection.say("A heartbeat broke; the next one follows: " + broken);
        }
    }

    private static List<Node.Obj> objects(Node.Obj answer, String member) {
        return answer.find(member).map(Node.Member::value).orElse(answer) instanceof Node.Arr list
                ? list.items().stream().filter(Node.Obj.class::isInstance).map(Node.Obj.class::cast).toList() : List.of();
    }

    private String body(boolean leaving) {
        var json = new JsonWriter().startObject().name("running").startList();
        outbox.owed().forEach(owed -> {
            owed.write(json.startObject());
            json.endObject();
        });
        json.endList().name("slots").whole(trials.slots()).name("host").text(membership.host());
        if (leaving) {
            json.name("leaving").flag(true);
        }
        return json.endObject().finish();
    }

    private void reject(Node.Obj item) {
        var unwanted = outbox.owed().stream().filter(owed -> isOf(item, owed)).findFirst();
        unwanted.ifPresent(owed -> trials.studies().find(owed.study()).ifPresent(study -> study.reject(owed)));
    }

    private static boolean isOf(Node.Obj object, Owed owed) {
        return is(object, "study", owed.study()) && is(object, "trial", Integer.toString(owed.trial())) && is(object, "attempt", Integer.toString(owed.attempt()));
    }

    private static boolean is(Node.Obj object, String member, String value) {
        return object.find(member).map(Node.Member::value).filter(node -> switch (node) {
            case Node.Text(String text, _) -> text.equals(value);
            case Node.Num number -> number.literal().equals(value);
            case Node.Obj _, Node.Arr _, Node.Bool _, Node.Null _ -> false;
        }).isPresent();
    }

    /// The last word: whatever the worker was given and does not have returns to the queue at once.
    void end() {
        beating.interrupt();
        if (!connection.isAway() && connection.over().isEmpty()) {
            say(true);
        }
    }
}
