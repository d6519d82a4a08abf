package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.orphan.Orphans;
import dev.sextant.run.orphan.RunningLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs trials in the slots of this machine until there are no more.
///
/// A thread a slot, which takes, runs, tells, and takes again; and one that looks for attempts nobody wants any more.
/// [#drain], [#interrupt] and [#kill] may be called by any thread, at any time.
public final class LocalRunner {
    private static final Duration LONGEST_TAKE = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final TrialSource source;
    private final Slots slots;
    private final Launcher launcher;
    private final Leftovers leftovers;
    private final ConcurrentHashMap<Integer, Attempt> running = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
    private final Semaphore turns = new Semaphore(0);
    private volatile boolean draining;
    private volatile boolean stopping;

    /// A runner that has not begun.
    public LocalRunner(TrialSource source, Slots slots, Launcher launcher, Leftovers leftovers) {
        this.source = source;
        this.slots = slots;
        this.launcher = launcher;
        this.leftovers = leftovers;
    }

    /// Programs that an earlier run may have left behind when it was killed.
    ///
    /// @param runs the folder in which all run folders lie
    /// @param grace from TERM to KILL
    public record Leftovers(Path runs, Duration grace) {
        /// Those of one study.
        public static Leftovers of(TrialPlan plan) {
            return new Leftovers(plan.runs(), plan.settings().grace());
        }
    }

    /// Ends what an earlier run left behind, then runs trials until the source is over or somebody interrupts.
    ///
    /// @throws RuntimeException what the source threw, after everything running was stopped
    public void run() {
        Orphans.end(leftovers.runs(), leftovers.grace());
        source.begin();
        try (var ledger = RunningLedger.open(leftovers.runs())) {
            var ended = new CountDownLatch(slots.count());
            IntStream.range(0, slots.count()).forEach(slot ->
                    Thread.ofPlatform().name("slot " + slot).start(() -> work(slot, ledger, ended)));
            while (!awaited(ended)) {
                stopUnwanted();
            }
        }
        failure.get().ifPresent(thrown -> {
            throw thrown;
        });
    }

    private boolean awaited(CountDownLatch ended) {
        try {
            return ended.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            interrupt();
            return false;
        }
    }

    /// Starts nothing new; what runs goes on to its end. [#run] returns when all have ended.
    public void drain() {
        draining = true;
        nextTurn();
    }

    /// Starts nothing new and stops what runs; attempts go back to the queue. [#run] returns when all have ended.
    public void interrupt() {
        stopping = true;
        running.values().forEach(attempt -> attempt.stop(new Stop.Interrupted()));
        nextTurn();
    }

    /// As [#interrupt], without grace.
    public void kill() {
        interrupt();
        running.values().forEach(Attempt::kill);
    }

    /// The attempts that run now.
    public List<Lease> running() {
        return running.values().stream().map(Attempt::lease).toList();
    }

    private void stopUnwanted() {
        var byStudy = running.values().stream().collect(Collectors.groupingBy(Attempt::study));
        byStudy.forEach((study, attempts) -> {
            var unwanted = study.link().unwanted(attempts.stream().map(Attempt::lease).toList());
            attempts.stream().filter(attempt -> unwanted.contains(attempt.lease())).forEach(attempt -> attempt.stop(new Stop.Unwanted()));
        });
    }

    private void work(int slot, RunningLedger ledger, CountDownLatch ended) {
        try {
            boolean more = true;
            while (more && !stopping && !draining) {
                more = switch (source.take(LONGEST_TAKE)) {
                    case Work.Run work -> run(slot, work, ledger);
                    case Work.Nothing() -> true;
                    case Work.Over() -> !allIdle();
                };
            }
        } catch (RuntimeException thrown) {
            failure.compareAndSet(Optional.empty(), Optional.of(thrown));
            interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean run(int slot, Work.Run work, RunningLedger ledger) {
        var lease = work.lease();
        var attempt = new Attempt(work);
        running.put(slot, attempt);
        try {
            if (stopping) {
                attempt.stop(new Stop.Interrupted());
            }
            var command = work.study().command(lease, attempt.folder(), slots.gpus().get(slot));
            var outcome = attempt.run(launcher, command, ledger.starting(slot));
            ledger.ended(slot);
            work.study().ended(lease, outcome);
            return true;
        } finally {
            running.remove(slot);
            nextTurn();
        }
    }

    /// Whether nothing runs; if something does, waits until that may have changed.
    private boolean allIdle() {
        if (running.isEmpty() || stopping || draining) {
            return true;
        }
        try {
            boolean _ = turns.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            turns.drainPermits();
        } catch (InterruptedException asked) {
            interrupt();
        }
        return false;
    }

    private void nextTurn() {
        turns.release(slots.count());
    }
}
