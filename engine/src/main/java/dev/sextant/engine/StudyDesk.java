package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore.Receipt;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.study.Decide;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Thinker;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Queued;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The desk of one study: hands out trials, takes reports and results, and obeys whoever steers.
///
/// Every call that changes something returns when the change is durable. Calls from many threads share commits. The
/// strategy thinks outside the lock that reports take, so a slow one keeps nobody waiting but those who ask.
///
/// Thread-safe. A call costs O(log n) for n waiting trials, plus what the strategy thinks.
public final class StudyDesk implements AutoCloseable {
    static final String GONE = "the process that ran it is gone";

    private final StudyStore store;
    private final InstantSource clock;
    private final StoppingRule rule;
    private final Guarded study;
    private final StudyState state;
    private final Dispatch dispatch;
    private final Wishes wishes;

    private StudyDesk(StudyStore store, Advisers advisers, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.rule = advisers.rule();
        var thinker = new Thinker(Problem.of(store.spec()), advisers.strategy(), advisers.prospect());
        this.study = new Guarded(new Journal(store, advisers, clock, thinker));
        this.state = study.state();
        this.dispatch = new Dispatch(study, thinker, clock);
        this.wishes = new Wishes(store, state, this::change);
    }

    /// Sits down at a study: reads its log, tells the strategy what happened, and declares lost whatever a process that
    /// is gone had under way. Workers elsewhere have the usual time to be heard again.
    ///
    /// @param store of which this desk is the only writer from now on; closed with the desk
    /// @param strategy fresh
    /// @param defaultsFirst whether a study without trials begins with the defaults and the best of earlier studies
    public static StudyDesk open(StudyStore store, Strategy strategy, boolean defaultsFirst, StoppingRule rule,
            InstantSource clock) {
        return open(store, new Advisers(strategy, rule), defaultsFirst, clock);
    }

    /// As the other, with all advisers.
    public static StudyDesk open(StudyStore store, Advisers advisers, boolean defaultsFirst, InstantSource clock) {
        var desk = new StudyDesk(store, advisers, clock);
        desk.recover(defaultsFirst);
        return desk;
    }

    private void recover(boolean defaultsFirst) {
        var events = new ArrayList<StudyEvent>();
        if (state.isOpen()) {
            events.add(new StudyEvent.Abandoned(GONE));
        }
        state.leasesTiedTo(Tie.PROCESS).forEach(l -> events.add(Decide.lose(state, l, GONE)));
        state.holders(Tie.HEARTBEAT).forEach(dispatch::hear);
        if (state.trials() == 0 && defaultsFirst) {
            events.addAll(FirstTrials.of(state));
        }
        locked(() -> study.write(events)).await();
    }

    public StudySpec spec() {
        return state.spec();
    }

    public Settings settings() {
        return locked(state::settings);
    }

    /// Reads the study; what is durable can be seen there.
    public StudyView view() {
        return store;
    }

    /// Asks for one attempt to run.
    ///
    /// @param worker who asks
    /// @param tie what keeps the lease
    public Asked ask(String worker, Tie tie) {
        return dispatch.ask(worker, tie).kept();
    }

    /// As [#ask], but does not wait: for whoever has something to prepare before the attempt may begin.
    public Promised askAhead(String worker, Tie tie) {
        return dispatch.ask(worker, tie);
    }

    /// Reports figures of a running attempt.
    ///
    /// @return what the trial should do; `STOP` also for an attempt that no longer runs, whose report changes nothing
    public Decision measure(int trial, int attempt, long step, Metrics metrics) {
        var decision = new Decision[] {Decision.STOP};
        locked(() -> {
            if (!Decide.isCurrent(state, trial, attempt)) {
                return study.journal().everything();
            }
            decision[0] = state.losses(metrics).map(l -> rule.decide(new Observation.Measured(trial, step, l, state.spec().excesses(metrics::value))))
                    .map(d -> d == Decision.CONTINUE ? Decide.atStep(state, trial, step) : d).orElse(Decision.CONTINUE);
            return write(new StudyEvent.Measured(trial, attempt, step, metrics, decision[0]));
        }).await();
        return decision[0];
    }

    /// Takes the end of an attempt.
    ///
    /// @throws IllegalArgumentException if it is complete but lacks the value of an objective; nothing has changed then
    public Told tell(int trial, int attempt, Outcome outcome) {
        var receipt = end(trial, attempt, outcome);
        receipt.ifPresent(Receipt::await);
        return receipt.isPresent() ? Told.TAKEN : Told.STALE;
    }

    /// As [#tell], but does not wait: the result is durable when any later call that waits has returned. For whoever
    /// asks for the next trial at once, and so waits only once for both.
    public Told tellAhead(int trial, int attempt, Outcome outcome) {
        return end(trial, attempt, outcome).isPresent() ? Told.TAKEN : Told.STALE;
    }

    /// Waits until everything that was taken so far is durable.
    public void settle() {
        locked(() -> study.journal().everything()).await();
    }

    private Optional<Receipt> end(int trial, int attempt, Outcome outcome) {
        return locked(() -> Decide.end(state, trial, attempt, outcome, clock.instant()).map(this::write));
    }

    /// The number of the latest attempt at a trial, 0 before the first.
    ///
    /// @throws IllegalArgumentException if there is no such trial
    public int attempt(int trial) {
        return locked(() -> {
            state.state(trial);
            return state.attempt(trial);
        });
    }

    /// Where a trial stands.
    ///
    /// @throws IllegalArgumentException if there is no such trial
    public TrialState trialState(int trial) {
        return locked(() -> state.state(trial));
    }

    /// The attempts that somebody asked for by hand and has not told yet, lowest trial first.
    public List<Lease> askedByHand() {
        return locked(() -> state.leasesTiedTo(Tie.NONE));
    }

    /// Those of some leases that are no longer held: stopped, put aside, or lost.
    public List<Lease> unwanted(List<Lease> leases) {
        return locked(() -> leases.stream().filter(l -> !Decide.isCurrent(state, l.trial(), l.attempt())).toList());
    }

    /// Puts back all that a worker has under way, without using a retry.
    public void release(String worker, String why) {
        change(() -> state.leasesOf(worker).stream().<StudyEvent>map(l -> new StudyEvent.Ended(
                l.trial(), l.attempt(), new Outcome.Returned(why), Optional.empty())).toList());
    }

    /// The attempts that a worker has under way, lowest trial first.
    public List<Lease> leasesOf(String worker) {
        return locked(() -> state.leasesOf(worker));
    }

    /// Says that a worker elsewhere is alive.
    public void hear(String worker) {
        locked(() -> {
            dispatch.hear(worker);
            return worker;
        });
    }

    /// Puts back what workers elsewhere have under way that were not heard for too long. Asking does the same; this is
    /// for when nobody asks.
    public void dropSilent() {
        locked(() -> dispatch.dropSilentWorkers(clock.instant())).await();
    }

    /// Asks for a configuration to be tried; parameters that are not given take their defaults.
    ///
    /// @return the number of its trial
    /// @throws IllegalArgumentException if it is not allowed or would be a duplicate
    public int enqueue(Map<String, Value> given, String why) {
        return enqueue(new Wanted(given, why));
    }

    /// As the other, and once only if it has a key.
    ///
    /// @throws KeyTakenException if the key is that of something else
    public int enqueue(Wanted wanted) {
        return wishes.enqueue(wanted);
    }

    /// Takes a result that was found elsewhere.
    ///
    /// @return the number of its trial
    /// @throws IllegalArgumentException if the configuration is not allowed or the value of an objective is missing
    public int add(Map<String, Value> given, Metrics metrics, String why) {
        return add(new Wanted(given, why), metrics);
    }

    /// As the other, and once only if it has a key.
    ///
    /// @throws KeyTakenException if the key is that of something else
    public int add(Wanted wanted, Metrics metrics) {
        return wishes.add(wanted, metrics);
    }

    /// Says how urgent trials are: of those that wait, the one with the highest priority starts first, and of equal ones the
    /// lowest number.
    ///
    /// @param priorities by trial
    /// @return the trials for which it came too late, because they have ended
    /// @throws IllegalArgumentException if there is no such trial; nothing has changed then
    public List<Integer> prioritise(SequencedMap<Integer, Integer> priorities) {
        return wishes.prioritise(priorities);
    }

    /// The trials that wait, in the order in which they would start. O(n log n).
    public List<Queued> queue() {
        return locked(state::queue);
    }

    /// Writes something on a trial, in place of what was there.
    ///
    /// @throws IllegalArgumentException if there is no such trial
    public void note(int trial, Remarks remarks) {
        locked(() -> {
            state.state(trial);
            return write(new StudyEvent.Noted(trial, remarks));
        }).await();
    }

    /// Stops one trial for good.
    ///
    /// @throws IllegalArgumentException if it has ended
    public void cancel(int trial, String why) {
        change(() -> List.of(Decide.cancel(state, trial, why)));
    }

    /// Puts one trial aside until [#resume(int)].
    ///
    /// @throws IllegalArgumentException if it has ended or is paused
    public void putAside(int trial, String why) {
        change(() -> List.of(Decide.putAside(state, trial, why)));
    }

    /// Queues a paused trial again.
    ///
    /// One that has reached its fidelity is run in full.
    ///
    /// @throws IllegalArgumentException if it is neither paused nor pruned
    public void resume(int trial) {
        change(() -> List.of(requeued(trial, true, state.standing().containsKey(trial) ? OptionalLong.empty() : state.fidelity(trial), "resumed")));
    }

    /// Queues a trial again that ended without values.
    ///
    /// @throws IllegalArgumentException if it is neither failed nor lost nor cancelled
    public void retry(int trial) {
        settle();
        var fidelity = store.trial(trial).map(TrialRecord::fidelity).orElse(OptionalLong.empty());
        change(() -> List.of(requeued(trial, false, fidelity, "run again")));
    }

    private StudyEvent requeued(int trial, boolean resumed, OptionalLong fidelity, String why) {
        state.state(trial);
        var configuration = state.configuration(trial)
                .or(() -> store.trial(trial).map(TrialRecord::configuration))
                .flatMap(spec().space()::fit)
                .orElseThrow(() -> new IllegalArgumentException("""
                        Study '%s': trial %d does not fit the space as it is now, and cannot go on.""".formatted(spec().name(), trial)));
        return Decide.requeue(state, trial, resumed, configuration, fidelity, why);
    }

    /// Whether nothing new is started until [#resumeStudy].
    public boolean isPaused() {
        return locked(state::isPaused);
    }

    /// Starts nothing new until [#resumeStudy].
    public void pauseStudy() {
        change(() -> state.isPaused() ? List.of() : List.of(new StudyEvent.StudyPaused()));
    }

    public void resumeStudy() {
        change(() -> state.isPaused() ? List.of(new StudyEvent.StudyResumed()) : List.of());
    }

    /// Changes budget, slots and the like.
    public void change(Settings settings) {
        change(() -> settings.equals(state.settings()) ? List.of() : List.of(new StudyEvent.Changed(settings)));
    }

    /// Says that a process begins to run the study; its running time counts from now on.
    public void begin(String holder) {
        change(() -> List.of(new StudyEvent.Opened(holder)));
    }

    /// Says that the process stops running the study.
    public void end(String why) {
        change(() -> List.of(new StudyEvent.Closed(why)));
    }

    /// The best trials: one, or those of the front; empty before the first is complete.
    public List<Integer> best() {
        return locked(state::best);
    }

    /// The first trial that was proposed with a configuration.
    public OptionalInt firstTrialOf(Configuration configuration) {
        return locked(() -> state.firstTrialOf(configuration));
    }

    /// The length of the log.
    public long events() {
        return locked(state::length);
    }

    public Progress progress() {
        return locked(() -> Progress.of(state, clock.instant()));
    }

    /// Waits until the log is longer than `events`, or a time has passed.
    ///
    /// @return the length of the log
    public long await(long events, Duration most) throws InterruptedException {
        return study.await(events, most);
    }

    private void change(Supplier<List<StudyEvent>> decide) {
        locked(() -> {
            var events = decide.get();
            dispatch.reconsider();
            return study.write(events);
        }).await();
    }

    private Receipt write(StudyEvent event) {
        return study.write(List.of(event));
    }

    private <T> T locked(Supplier<T> action) {
        return study.locked(action);
    }

    /// Makes everything durable and closes the store. Leases stay as they are.
    @Override
    public void close() {
        store.close();
    }
}
