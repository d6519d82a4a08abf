package dev.sextant.run.join;

import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.worker.LocalRunner;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.http.ServerClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A worker that has joined a server: runs its trials in the slots of this machine, whatever becomes of the server meanwhile.
///
/// Trials run on while the server is away, for however long; what they report and how they end is kept in a file each and told
/// when it is back. [#drain], [#interrupt] and [#kill] may be called by any thread.
public final class JoinedWorker {
    private static final Duration GRACE_OF_LEFTOVERS = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 10;

    private final Connection connection;
    private final Outbox outbox;
    private final StagedArtifacts artifacts;
    private final LeasedTrials trials;
    private final Heartbeats heartbeats;
    private final LocalRunner runner;
    private final CountDownLatch impatient = new CountDownLatch(1);

    /// A worker that has not begun.
    ///
    /// @param say hears, in a line, what the user should know
    public JoinedWorker(Membership membership, ServerClient client, Slots slots, Consumer<String> say) {
        connection = new Connection(client, say);
        outbox = new Outbox(membership.outbox(), connection);
        var post = new ArtifactPost(membership, connection, new Digests());
        artifacts = new StagedArtifacts(membership.artifacts(), outbox, connection, post);
        trials = new LeasedTrials(membership, connection, outbox, artifacts, slots.count());
        heartbeats = new Heartbeats(membership, connection, outbox, trials, new WantedArtifacts(membership, post, artifacts, connection));
        runner = new LocalRunner(trials, slots, Launcher.best(), new LocalRunner.Leftovers(membership.runs(), GRACE_OF_LEFTOVERS));
    }

    /// Ends and gives back what an earlier worker in the same folder left behind, then runs trials until somebody drains or
    /// interrupts it, it has been idle for too long, or the server wants nothing of it any more.
    ///
    /// @return why the server wants nothing of it any more; empty if it ended for another reason
    public Optional<String> run() {
        var watch = Thread.ofVirtual().name("end of the worker").start(this::watch);
        try {
            runner.run();
            trials.end();
            awaitTold();
        } finally {
            watch.interrupt();
            trials.end();
            giveUpRest();
            artifacts.end();
            heartbeats.end();
        }
        return connection.over();
    }

    /// There is a rest only if something broke.
    private void giveUpRest() {
        outbox.giveUp("its worker ended");
        try {
            for (int looks = 0; looks < MOST_LOOKS && !outbox.owed().isEmpty() && !connection.isAway() && connection.over().isEmpty(); looks++) {
                connection.rest(LOOK_AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            heartbeats.begin();
            artifacts.begin();
            while (connection.over().isEmpty()) {
                connection.awaitNews(LOOK_AGAIN);
            }
            runner.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stays until all results are told and all artifacts sent, unless somebody cannot wait.
    private void awaitTold() {
        try {
            boolean told = isTold();
            if (!told && connection.isAway()) {
                connection.say("The server is away, and %s not been told. Once more to leave now: that is done when this worker is started again."
                        .formatted(outbox.untold() == 1 ? "1 result has" : outbox.untold() + " results have"));
            }
            while (!told && connection.over().isEmpty()) {
                told = impatient.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS) || isTold();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTold() {
        return outbox.untold() == 0 && artifacts.unsent() == 0;
    }

    /// Takes nothing new; ends when what runs has ended and was told.
    public void drain() {
        trials.end();
        runner.drain();
    }

    /// Takes nothing new and stops what runs, which goes back to the queue.
    public void interrupt() {
        trials.end();
        runner.interrupt();
        impatient.countDown();
    }

    /// As [#interrupt], without grace.
    public void kill() {
        trials.end();
        runner.kill();
        impatient.countDown();
    }
}
