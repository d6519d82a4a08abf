package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.orphan.Orphans;
import dev.sextant.run.orphan.RunningLedger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// Runs the trials of a study in the slots of this machine until there are no more.
///
/// A thread a slot, which takes, runs, tells, and takes again; and one that looks for attempts nobody wants any more.
/// [#interrupt] and [#kill] may be called by any thread, at any time.
public final class LocalRunner {
    private static final Duration LONGEST_TAKE = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final TrialPlan plan;
    private final Slots slots;
    private final TrialSource source;
    private final Launcher launcher;
    private final TrialCommand commands;
    private final KeptFolders kept;
    private final ConcurrentHashMap<Integer, Attempt> running = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
    private final Semaphore turns = new Semaphore(0);
    private volatile boolean stopping;

    /// A runner that has not begun.
    public LocalRunner(TrialPlan plan, Slots slots, TrialSource source, Launcher launcher) {
        this.plan = plan;
        this.slots = slots;
        this.source = source;
        this.launcher = launcher;
        commands = new TrialCommand(plan);
        kept = new KeptFolders(plan, source);
    }

    /// Ends and deletes what an earlier run left behind, then runs trials until the source is over or somebody interrupts.
    ///
    /// @throws RuntimeException what the source threw, after everything running was stopped
    public void run() {
        Orphans.end(plan.runs(), plan.settings().grace());
        kept.tidy();
        try (var ledger = RunningLedger.open(plan.runs())) {
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
        var leases = running();
        if (!leases.isEmpty()) {
            var unwanted = source.unwanted(leases);
            running.values().stream().filter(attempt -> unwanted.contains(attempt.lease())).forEach(attempt -> attempt.stop(new Stop.Unwanted()));
        }
    }

    private void work(int slot, RunningLedger ledger, CountDownLatch ended) {
        try {
            boolean more = true;
            while (more && !stopping) {
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
        var attempt = new Attempt(plan, work, source);
        running.put(slot, attempt);
        try {
            if (stopping) {
                attempt.stop(new Stop.Interrupted());
            }
            var command = commands.of(lease, attempt.folder(), slots.gpus().get(slot));
            var outcome = attempt.run(launcher, command, ledger.starting(slot));
            ledger.ended(slot);
            outcome.ifPresent(told -> source.tell(lease, told));
            kept.ended(lease, outcome);
            return true;
        } finally {
            running.remove(slot);
            nextTurn();
        }
    }

    /// Whether nothing runs; if something does, waits until that may have changed.
    private boolean allIdle() {
        if (running.isEmpty() || stopping) {
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
