package dev.sextant.run.join;

import dev.sextant.wire.http.Pauses;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.util.UUID;

/// Says at least every ten seconds that the worker lives and all that it has, and hears what it should let go of. As long as the server
/// does not answer it knocks, first often, then seldom: everybody else waits for this.
final class Heartbeats {

    private final Membership membership;
    private final Connection connection;
    private final Outbox outbox;
    private final LeasedTrials trials;
    private final int slots;
    private final Pauses pauses = new Pauses(Duration.ofMillis(200), Duration.ofSeconds(10));
    private final Thread beating = Thread.ofVirtual().name("heartbeats").unstarted(this::beat);

    Heartbeats(Membership membership, Connection connection, Outbox outbox, LeasedTrials trials, int slots) {
        this.membership = membership;
        this.connection = connection;
        this.outbox = outbox;
        this.trials = trials;
        this.slots = slots;
    }

    void begin() {
        beating.start();
    }

    private void beat() {
        try {
            int knocks = 0;
            while (connection.over().isEmpty()) {
                say(false);
                knocks = connection.isAway() ? knocks + 1 : 0;
                pause(knocks);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int knocks) throws InterruptedException {
        if (knocks > 0) {
            connection.rest(pauses.after(knocks));
        } else {
            awaitNext();
        }
    }

    /// The next is due in some seconds, or as soon as somebody finds that the server is away.
    private void awaitNext() throws InterruptedException {
        long end = System.nanoTime() + pauses.usual().toNanos();
        while (!connection.isAway() && connection.over().isEmpty() && System.nanoTime() < end) {
            connection.awaitNews(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private void say(boolean leaving) {
        try {
            var answer = connection.post(new Post(membership.path("heartbeat"), body(leaving), UUID.randomUUID().toString()));
            if (answer.find("unwanted").map(Node.Member::value).orElse(answer) instanceof Node.Arr list) {
                list.items().forEach(this::reject);
            }
        } catch (ServerAwayException | ServerRefusedException _) {
            // The connection has said so.
        }
    }

    private String body(boolean leaving) {
        var json = new JsonWriter().startObject().name("running").startList();
        outbox.owed().forEach(owed -> {
            owed.write(json.startObject());
            json.endObject();
        });
        json.endList().name("slots").whole(slots).name("host").text(membership.host());
        if (leaving) {
            json.name("leaving").flag(true);
        }
        return json.endObject().finish();
    }

    private void reject(Node item) {
        if (item instanceof Node.Obj object) {
            var unwanted = outbox.owed().stream().filter(owed -> isOf(object, owed)).findFirst();
            unwanted.ifPresent(owed -> trials.studies().find(owed.study()).ifPresent(study -> study.reject(owed)));
        }
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
