package dev.sextant.run.join;

import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.run.join.Membership.Commands;
import dev.sextant.run.worker.StudyRun;
import dev.sextant.run.worker.TrialSource;
import dev.sextant.run.worker.Work;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.trial.TrialForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Trials that the server gives, as many as there are free slots: asked for by one thread, which waits at the server until there
/// are some. Thread-safe.
final class LeasedTrials implements TrialSource {
    private static final Duration AT_THE_SERVER = Duration.ofSeconds(20);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Membership membership;
    private final Connection connection;
    private final Outbox outbox;
    private final JoinedStudies studies;
    private final int slots;
    private final LinkedBlockingQueue<Ready> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger given = new AtomicInteger();
    private final Semaphore freed = new Semaphore(0);
    private final Thread asking = Thread.ofVirtual().name("asks for trials").unstarted(this::ask);
    private volatile boolean ending;
    private final AtomicReference<Optional<Long>> idleSince = new AtomicReference<>(Optional.empty());
    private volatile long lastEnded = System.nanoTime();
    private final AtomicReference<Optional<RuntimeException>> broken = new AtomicReference<>(Optional.empty());
    private Optional<Post> unanswered = Optional.empty();

    private record Ready(StudyRun study, Lease lease) {}

    LeasedTrials(Membership membership, Connection connection, Outbox outbox, StagedArtifacts artifacts, int slots) {
        this.membership = membership;
        this.connection = connection;
        this.outbox = outbox;
        this.slots = slots;
        studies = new JoinedStudies(membership, connection, new RemoteStudy.Ends(outbox, artifacts, this::ended));
    }

    /// How many trials run at once.
    int slots() {
        return slots;
    }

    JoinedStudies studies() {
        return studies;
    }

    @Override
    public void begin() {
        outbox.takeUp();
        asking.start();
    }

    /// Asks for nothing any more, and gives back what no slot has taken.
    void end() {
        ending = true;
        asking.interrupt();
        for (var left = ready.poll(); left != null; left = ready.poll()) {
            giveBack(Owed.of(left.study().plan().spec().name(), left.lease()), "its worker ended");
        }
    }

    @Override
    public Work take(Duration most) {
        broken.get().ifPresent(thrown -> {
            throw thrown;
        });
        if (ending || connection.over().isPresent() || isIdleForTooLong()) {
            return new Work.Over();
        }
        try {
            var next = ready.poll(most.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return new Work.Nothing();
            }
            given.incrementAndGet();
            return new Work.Run(next.study(), next.lease(), () -> { });
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Work.Nothing();
        }
    }

    /// Only what the server says counts, or that it says nothing: whoever has just been started, or is fetching inputs, is not idle.
    private boolean isIdleForTooLong() {
        return outbox.owed().isEmpty() && membership.idle().filter(most -> idleSince.get().filter(since -> System.nanoTime() - since > most.toNanos()).isPresent()).isPresent();
    }

    private void idle(long since) {
        idleSince.compareAndSet(Optional.empty(), Optional.of(since));
    }

    /// How long the server may look for trials before it says that there are none.
    private Duration patience() {
        return membership.idle().filter(most -> most.compareTo(AT_THE_SERVER) < 0).orElse(AT_THE_SERVER);
    }

    private void ended() {
        given.decrementAndGet();
        lastEnded = System.nanoTime();
        idleSince.set(Optional.empty());
        freed.release();
    }

    private void ask() {
        try {
            while (!ending && connection.over().isEmpty()) {
                int free = slots - given.get() - ready.size();
                if (connection.isAway()) {
                    idle(System.nanoTime());
                    connection.awaitBack(LOOK_AGAIN);
                } else if (free > 0) {
                    ask(free);
                } else {
                    boolean _ = freed.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                    freed.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException thrown) {
            broken.set(Optional.of(thrown));
        }
    }

    private void ask(int free) throws InterruptedException {
        try {
            var post = unanswered.orElseGet(() -> new Post(membership.path("lease"), wish(free), UUID.randomUUID().toString(), patience()));
            long asked = System.nanoTime();
            unanswered = Optional.of(post);
            var answer = connection.post(post);
            unanswered = Optional.empty();
            var trials = trials(answer);
            if (trials.isEmpty()) {
                idle(asked - lastEnded > 0 ? asked : lastEnded);
            } else {
                idleSince.set(Optional.empty());
            }
            for (var study : trials) {
                take(study);
            }
        } catch (ServerAwayException _) {
            // When it is back, the same request gets the trials that it may have been given.
        } catch (ServerRefusedException refused) {
            unanswered = Optional.empty();
            connection.say("The server gives no trials: " + refused.getMessage());
            connection.rest(AFTER_REFUSAL);
        }
    }

    /// The studies of which there are trials.
    private static List<Node.Obj> trials(Node.Obj answer) {
        return answer.find("studies").map(Node.Member::value).orElse(answer) instanceof Node.Arr list
                ? list.items().stream().filter(Node.Obj.class::isInstance).map(Node.Obj.class::cast).filter(study -> study.find("trials").isPresent()).toList()
                : List.of();
    }

    private String wish(int free) {
        var json = new JsonWriter().startObject().name("count").whole(free).name("wait").text(patience().toMillis() + "ms");
        list("studies", membership.studies(), json);
        list("without", studies.refused(), json);
        if (membership.commands() instanceof Commands.OfStudies) {
            json.name("commands").flag(true);
        }
        return json.endObject().finish();
    }

    private static void list(String name, List<String> names, JsonWriter json) {
        if (!names.isEmpty()) {
            json.name(name).texts(names);
        }
    }

    /// Writes down what was given before anything else is done with it.
    private void take(Node.Obj study) throws InterruptedException {
        if (study.find("trials").map(Node.Member::value).orElse(study) instanceof Node.Arr trials) {
            var name = text(study, "study");
            var owed = trials.items().stream().map(trial -> new Owed(name, whole(trial, "trial"), whole(trial, "attempt"))).toList();
            owed.forEach(outbox::open);
            for (int i = 0; i < owed.size(); i++) {
                prepare(owed.get(i), (Node.Obj) trials.items().get(i));
            }
        }
    }

    private void prepare(Owed owed, Node.Obj trial) throws InterruptedException {
        while (!ending) {
            try {
                var study = studies.get(owed.study());
                ready.add(new Ready(study, lease(owed, trial, study)));
                return;
            } catch (ServerAwayException _) {
                connection.awaitBack(AT_THE_SERVER);
            } catch (IllegalArgumentException impossible) {
                connection.say(String.valueOf(impossible.getMessage()));
                break;
            }
        }
        giveBack(owed, "it cannot be run on worker '%s'".formatted(membership.name()));
    }

    private void giveBack(Owed owed, String why) {
        outbox.find(owed).ifPresent(debt -> debt.giveUp(why));
    }

    private static Lease lease(Owed owed, Node.Obj trial, StudyRun study) {
        var spec = study.plan().spec();
        var values = TrialForm.parameters(trial.find("parameters").map(Node.Member::value).orElse(trial));
        var fidelity = spec.fidelity().flatMap(range -> Optional.ofNullable(values.remove(range.name())));
        return new Lease(owed.trial(), owed.attempt(), spec.space().accept(values),
                fidelity.map(value -> OptionalLong.of(Long.parseLong(value.text()))).orElse(OptionalLong.empty()),
                trial.find("parent").isPresent() ? OptionalInt.of(whole(trial, "parent")) : OptionalInt.empty());
    }

    private static String text(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("The server gave a trial without '%s'.".formatted(member)));
    }

    private static int whole(Node node, String member) {
        return node instanceof Node.Obj object && object.find(member).map(Node.Member::value).orElse(object) instanceof Node.Num number
                ? Integer.parseInt(number.literal()) : -1;
    }
}
