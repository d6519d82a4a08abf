package dev.sextant.engine.study;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Queued;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;

/// One study in memory: the fold of its log. [#apply] is the only way in which it changes, live and on recovery alike.
///
/// Trials that have not ended are held whole, all others by a few bytes. Not thread-safe.
public final class StudyState {
    private final StudySpec spec;
    private final Versions versions;
    private final Legacy legacy = new Legacy();
    private final List<String> needed;
    private final TrialTable table;
    private final Tried tried = new Tried();
    private final LiveTrials live = new LiveTrials();
    private final Waiting waiting = new Waiting();
    private final Tally tally = new Tally();
    private final Front front = new Front();
    private final Standing standing = new Standing();
    private final RunningTime runningTime = new RunningTime();
    private final RequestKeys keys = new RequestKeys();
    private final Map<Integer, Integer> timesLost = new HashMap<>();
    private Settings settings = Settings.STANDARD;
    private boolean paused;
    private long length;

    /// The state before the first event of a log at whose end `spec` holds.
    public StudyState(StudySpec spec) {
        this.spec = spec;
        this.versions = new Versions(spec.space());
        this.needed = spec.neededMetrics();
        this.table = new TrialTable(needed.size());
    }

    /// Takes the next event of the log. O(log n), n trials that wait.
    ///
    /// @throws IllegalStateException if the event does not fit the log so far
    public void apply(Logged logged) {
        if (logged.position() != length) {
            throw new IllegalStateException("Study '%s': event %d came where %d was due.".formatted(spec.name(), logged.position(), length));
        }
        switch (logged.event()) {
            case StudyEvent.Created(var created, var first) -> begin(created, first);
            case StudyEvent.Evolved(var evolved, var now) -> begin(evolved, now);
            case StudyEvent.Remembered(var source, var configuration, var metrics) -> losses(metrics).filter(_ -> spec.violation(metrics::value) == 0).ifPresent(losses ->
                    versions.fit(configuration).ifPresent(c -> legacy.add(source, c, losses)));
            case StudyEvent.Changed changed -> settings = changed.settings();
            case StudyEvent.Opened _ -> {
                runningTime.open(logged.at());
                tally.forgive();
            }
            case StudyEvent.Closed _ -> runningTime.close(logged.at());
            case StudyEvent.Abandoned _ -> runningTime.abandon();
            case StudyEvent.StudyPaused _ -> paused = true;
            case StudyEvent.StudyResumed _ -> paused = false;
            case StudyEvent.OfTrial event -> apply(event);
        }
        runningTime.seen(logged.at());
        length++;
    }

    private void begin(StudySpec version, Settings now) {
        settings = now;
        versions.reach(version.space().version());
    }

    private void apply(StudyEvent.OfTrial event) {
        switch (event) {
            case StudyEvent.Proposed proposed -> propose(proposed);
            case StudyEvent.Leased leased -> lease(leased);
            case StudyEvent.Measured _, StudyEvent.Noted _ -> {}
            case StudyEvent.Ended ended -> end(ended);
            case StudyEvent.Lost lost -> lose(lost);
            case StudyEvent.PutAside aside -> pause(aside.trial());
            case StudyEvent.Cancelled cancelled -> finish(cancelled.trial(), Move.CANCEL);
            case StudyEvent.Prioritised(int trial, int priority) -> waiting.prioritise(trial, priority);
            case StudyEvent.Requeued requeued -> requeue(requeued);
        }
    }

    private void propose(StudyEvent.Proposed event) {
        if (event.trial() != table.size()) {
            throw new IllegalStateException("Study '%s': trial %d came where %d was due.".formatted(spec.name(), event.trial(), table.size()));
        }
        table.add();
        tally.created();
        event.key().ifPresent(key -> keys.add(key, event.trial()));
        event.parent().ifPresent(parent -> table.setParent(event.trial(), parent));
        var fitted = versions.fit(event.configuration());
        fitted.filter(_ -> event.parent().isEmpty()).ifPresent(c -> tried.add(event.configuration(), c, event.trial()));
        if (fitted.isEmpty()) {
            versions.addMisfit(event.trial());
        }
        live.put(Live.queued(event.trial(), fitted.orElse(event.configuration()), event.fidelity(), event.parent()));
        waiting.add(event.trial());
    }

    private void lease(StudyEvent.Leased event) {
        move(event.trial(), Move.LEASE);
        waiting.remove(event.trial());
        table.setAttempt(event.trial(), event.attempt());
        live.put(live.get(event.trial()).leased(event.attempt(), event.worker(), event.tie()));
    }

    private void end(StudyEvent.Ended event) {
        int trial = event.trial();
        switch (event.outcome()) {
            case Outcome.Completed completed -> complete(trial, completed.metrics());
            case Outcome.Failed _ when event.again().isPresent() -> {
                table.setFailures(trial, table.failures(trial) + 1);
                release(trial, Move.REPEAT);
                waiting.add(trial, event.again().get());
            }
            case Outcome.Failed _ -> {
                finish(trial, Move.FAIL);
                tally.ended(TrialState.FAILED, false);
            }
            case Outcome.Pruned _ when table.state(trial) == TrialState.PAUSED -> shelve(trial);
            case Outcome.Pruned _ -> {
                finish(trial, Move.PRUNE);
                tally.ended(TrialState.PRUNED, false);
            }
            case Outcome.Paused paused -> stand(trial, paused.metrics());
            case Outcome.Returned _ -> repeat(trial);
        }
    }

    private void complete(int trial, Metrics metrics) {
        finish(trial, Move.FINISH);
        table.setFigures(trial, needed.stream().mapToDouble(metric -> metrics.value(metric).orElseThrow(
                () -> new IllegalStateException("Study '%s': trial %d is complete without '%s'.".formatted(spec.name(), trial, metric)))).toArray());
        tally.ended(TrialState.COMPLETE, !versions.isMisfit(trial) && front.add(trial, losses(trial), spec.violation(metrics::value)));
    }

    private void lose(StudyEvent.Lost event) {
        timesLost.merge(event.trial(), 1, Integer::sum);
        if (event.again()) {
            repeat(event.trial());
        } else {
            finish(event.trial(), Move.LOSE);
        }
    }

    private void repeat(int trial) {
        release(trial, Move.REPEAT);
        waiting.add(trial);
    }

    private void pause(int trial) {
        waiting.remove(trial);
        release(trial, Move.PAUSE);
    }

    private void stand(int trial, Metrics metrics) {
        pause(trial);
        if (losses(metrics).isPresent()) {
            standing.add(trial, metrics);
            tally.forgive();
        }
    }

    /// It does not count as a trial without improvement: at its fidelity it could not bring any.
    private void shelve(int trial) {
        standing.shelve(trial, live.get(trial).configuration());
        move(trial, Move.PRUNE);
        live.remove(trial);
    }

    private void requeue(StudyEvent.Requeued event) {
        int trial = event.trial();
        standing.remove(trial);
        move(trial, Move.REQUEUE);
        live.put(Live.queued(trial, event.configuration(), event.fidelity(), table.parent(trial)));
        table.setFailures(trial, 0);
        timesLost.remove(trial);
        waiting.add(trial);
        tally.forgive();
    }

    private void finish(int trial, Move move) {
        move(trial, move);
        standing.remove(trial);
        waiting.forget(trial);
        live.remove(trial);
        timesLost.remove(trial);
    }

    private void release(int trial, Move move) {
        move(trial, move);
        live.put(live.get(trial).released());
    }

    private void move(int trial, Move move) {
        var from = table.state(trial);
        var to = move.after(trial, from);
        table.setState(trial, to);
        tally.moved(from, to);
    }

    /// The losses that metrics mean; empty unless there is one for every objective.
    public Optional<List<Double>> losses(Metrics metrics) {
        return Objective.losses(spec.objectives(), metrics::value);
    }

    public StudySpec spec() {
        return spec;
    }

    /// The space and its earlier versions.
    public Versions versions() {
        return versions;
    }

    /// What earlier studies left.
    public Legacy legacy() {
        return legacy;
    }

    public Settings settings() {
        return settings;
    }

    /// How many events were applied.
    public long length() {
        return length;
    }

    /// How many trials there are; the number of the next one.
    public int trials() {
        return table.size();
    }

    public boolean isPaused() {
        return paused;
    }

    /// Where a trial stands.
    ///
    /// @throws IllegalArgumentException if there is none with this number
    public TrialState state(int trial) {
        if (trial < 0 || trial >= table.size()) {
            throw new IllegalArgumentException("Study '%s' has no trial %d; its trials are %s."
                    .formatted(spec.name(), trial, table.size() == 0 ? "none yet" : "0 to " + (table.size() - 1)));
        }
        return table.state(trial);
    }

    /// The number of the latest attempt at a trial, 0 before the first.
    public int attempt(int trial) {
        return table.attempt(trial);
    }

    /// Failed attempts at a trial since somebody queued it.
    public int failures(int trial) {
        return table.failures(trial);
    }

    /// How often in all the workers of a trial that has not ended were lost.
    public int timesLost(int trial) {
        return timesLost.getOrDefault(trial, 0);
    }

    /// The losses of a complete trial.
    public List<Double> losses(int trial) {
        return losses(figures(trial)).orElseThrow();
    }

    /// The figures of a complete trial without which it would not be complete.
    public Metrics figures(int trial) {
        return table.figures(trial, needed);
    }

    /// The configuration of a trial that has not ended, or that a strategy may still resume.
    public Optional<Configuration> configuration(int trial) {
        return live.find(trial).map(Live::configuration).or(() -> standing.configuration(trial));
    }

    /// How much of a trial that has not ended is to be run; empty for all of it.
    public OptionalLong fidelity(int trial) {
        return live.find(trial).map(Live::fidelity).orElse(OptionalLong.empty());
    }

    /// The figures of the trials that are paused where their fidelity ended, lowest first.
    public SequencedMap<Integer, Metrics> standing() {
        return standing.paused();
    }

    /// The first trial that may start now, as the lease of its next attempt.
    public Optional<Lease> next(Instant now) {
        return waiting.first(now).map(live::get)
                .map(l -> new Lease(l.trial(), table.attempt(l.trial()) + 1, l.configuration(), l.fidelity(), l.parent()));
    }

    /// How urgent a trial is; 0 once it has ended.
    public int priority(int trial) {
        return waiting.priority(trial);
    }

    /// The trials that wait, in the order in which they would start. O(n log n).
    public List<Queued> queue() {
        return waiting.all();
    }

    /// When a trial that waits for a time becomes ready.
    public Optional<Instant> nextTime() {
        return waiting.next();
    }

    /// How many trials are in a state.
    public int count(TrialState state) {
        return tally.count(state);
    }

    /// How many trials have not ended.
    public int liveTrials() {
        return tally.live();
    }

    /// How many of them may go on only if the strategy says so: they are paused where their fidelity ended.
    public int standingTrials() {
        return standing.count();
    }

    /// Leases of one worker, lowest trial first.
    public List<Lease> leasesOf(String worker) {
        return live.leasesOf(worker);
    }

    /// Leases that are tied to something, lowest trial first.
    public List<Lease> leasesTiedTo(Tie tie) {
        return live.leasesTiedTo(tie);
    }

    /// The workers whose leases are tied to something.
    public Set<String> holders(Tie tie) {
        return live.holders(tie);
    }

    /// How many trials a configuration has; those that go on from another trial's checkpoint are not counted.
    public int timesTried(Configuration configuration) {
        return tried.count(configuration.fingerprint());
    }

    /// The first trial of a configuration, not counting those that go on from another trial's checkpoint.
    public OptionalInt firstTrialOf(Configuration configuration) {
        return tried.first(configuration.fingerprint());
    }

    /// The trial that somebody got who asked for one under a key.
    public OptionalInt trialOfKey(String key) {
        return keys.trial(key);
    }

    /// The best trials of those that fit the space and keep the limits: one, or those of the front if there are several objectives;
    /// empty before the first is complete.
    public List<Integer> best() {
        return front.trials();
    }

    /// Trials that count against the budget of trials.
    public int finished() {
        return tally.finished();
    }

    /// What budgets count besides.
    Tally tally() {
        return tally;
    }

    /// Whether a process runs the study, as far as the log knows.
    public boolean isOpen() {
        return runningTime.isOpen();
    }

    /// How long the study has been run in all.
    public Duration runningTime(Instant now) {
        return runningTime.total(now);
    }
}
