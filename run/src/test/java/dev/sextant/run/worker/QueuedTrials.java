package dev.sextant.run.worker;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// A source that hands out a list of attempts and remembers what it was told.
final class QueuedTrials implements TrialSource, StudyLink {
    private Optional<StudyRun> study = Optional.empty();
    private final Queue<Lease> queue = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Outcome> outcomes = new ConcurrentHashMap<>();
    private final List<Long> steps = new CopyOnWriteArrayList<>();
    private final List<Lease> unwanted = new CopyOnWriteArrayList<>();
    private final List<TrialRecord> earlier = new CopyOnWriteArrayList<>();
    private volatile BiFunction<Long, Metrics, Decision> rule = (_, _) -> Decision.CONTINUE;

    QueuedTrials(List<Lease> leases) {
        queue.addAll(leases);
    }

    void know(TrialRecord trial) {
        earlier.add(trial);
    }

    void decide(BiFunction<Long, Metrics, Decision> next) {
        rule = next;
    }

    void cancel(Lease lease) {
        unwanted.add(lease);
    }

    Map<Integer, Outcome> outcomes() {
        return outcomes;
    }

    List<Long> steps() {
        return new ArrayList<>(steps);
    }

    /// A runner of its trials.
    LocalRunner runner(TrialPlan plan, Slots slots) {
        study = Optional.of(new StudyRun(plan, this));
        return new LocalRunner(this, slots, Launcher.best(), LocalRunner.Leftovers.of(plan));
    }

    @Override
    public void begin() {
        study.orElseThrow().tidy();
    }

    @Override
    public Work take(Duration most) {
        var lease = queue.poll();
        return lease == null ? new Work.Over() : new Work.Run(study.orElseThrow(), lease, () -> { });
    }

    @Override
    public Decision measure(Lease lease, long step, Metrics metrics) {
        steps.add(step);
        return rule.apply(step, metrics);
    }

    @Override
    public void tell(Lease lease, Outcome outcome) {
        outcomes.put(lease.trial(), outcome);
    }

    @Override
    public void dropped(Lease lease) {}

    @Override
    public List<Lease> unwanted(List<Lease> running) {
        return running.stream().filter(unwanted::contains).toList();
    }

    @Override
    public TrialState state(int trial) {
        return switch (outcomes.get(trial)) {
            case null -> unwanted.stream().anyMatch(lease -> lease.trial() == trial) ? TrialState.CANCELLED : TrialState.QUEUED;
            case Outcome.Completed _ -> TrialState.COMPLETE;
            case Outcome.Failed _ -> queue.stream().anyMatch(lease -> lease.trial() == trial) ? TrialState.QUEUED : TrialState.FAILED;
            case Outcome.Pruned _ -> TrialState.PRUNED;
            case Outcome.Paused _ -> TrialState.PAUSED;
            case Outcome.Returned _ -> TrialState.QUEUED;
        };
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        earlier.forEach(reader);
    }
}
