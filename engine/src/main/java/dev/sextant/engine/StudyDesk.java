package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyStore.Receipt;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.study.Decide;
import dev.sextant.engine.study.Ending;
import dev.sextant.engine.study.Endings;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Thinker;
import dev.sextant.engine.think.Thought;
import dev.sextant.engine.think.Verdict;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The desk of one study: hands out trials, takes reports and results, and obeys whoever steers.
///
/// Every call that changes something returns when the change is durable. Calls from many threads share commits. The
/// strategy thinks outside the lock that reports take, so a slow one keeps nobody waiting but those who ask.
///
/// Thread-safe. A call costs O(log n) for n waiting trials, plus what the strategy thinks.
public final class StudyDesk implements AutoCloseable {
    private static final String GONE = "the process that ran it is gone";

    private final StudyStore store;
    private final InstantSource clock;
    private final StoppingRule rule;
    private final Journal journal;
    private final StudyState state;
    private final Thinker thinker;
    private final Heard heard = new Heard();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock thinking = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private @Nullable Ending stopped;

    private StudyDesk(StudyStore store, Strategy strategy, StoppingRule rule, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.rule = rule;
        this.journal = new Journal(store, rule, clock);
        this.state = journal.state();
        this.thinker = new Thinker(Problem.of(store.spec()), strategy);
    }

    /// Sits down at a study: reads its log, tells the strategy what happened, and declares lost whatever a process that
    /// is gone had under way.
    ///
    /// @param store of which this desk is the only writer from now on; closed with the desk
    /// @param strategy fresh
    /// @param defaultsFirst whether a study without trials begins with the defaults
    public static StudyDesk open(StudyStore store, Strategy strategy, boolean defaultsFirst, StoppingRule rule,
            InstantSource clock) {
        var desk = new StudyDesk(store, strategy, rule, clock);
        desk.recover(defaultsFirst);
        return desk;
    }

    private void recover(boolean defaultsFirst) {
        var events = new ArrayList<StudyEvent>();
        if (state.isOpen()) {
            events.add(new StudyEvent.Abandoned(GONE));
        }
        state.leasesTiedTo(Tie.PROCESS).forEach(l -> events.add(Decide.lose(state, l, GONE)));
        if (state.trials() == 0 && defaultsFirst) {
            var defaults = state.spec().space().start();
            if (state.spec().space().allows(defaults)) {
                events.add(new StudyEvent.Proposed(0, defaults, OptionalLong.empty(), Origin.DEFAULTS, "the defaults", "",
                        Source.NONE));
            }
        }
        locked(() -> journal.write(events)).await();
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
        var ready = locked(() -> ready(worker, tie));
        return ready.orElseGet(() -> think(worker, tie)).get();
    }

    /// An answer that holds once what it is based on is durable.
    private record Pending(Asked asked, Receipt receipt) {
        Asked get() {
            receipt.await();
            return asked;
        }
    }

    private Pending now(Asked asked) {
        return new Pending(asked, () -> {});
    }

    /// The answer that needs no thought, if there is one.
    private Optional<Pending> ready(String worker, Tie tie) {
        var now = clock.instant();
        dropSilentWorkers(now);
        if (tie == Tie.HEARTBEAT) {
            heard.hear(worker, now);
        }
        if (state.isPaused()) {
            return Optional.of(now(new Asked.Wait(Optional.empty(), "the study is paused")));
        }
        var ending = Endings.reached(state, now);
        if (ending.isPresent()) {
            return Optional.of(now(new Asked.Over(ending.get())));
        }
        if (Endings.roomForStarts(state) > 0) {
            var next = state.next(now);
            if (next.isPresent()) {
                return Optional.of(lease(next.get(), worker, tie));
            }
        }
        return stopped == null && Endings.roomForTrials(state) > 0 ? Optional.empty() : Optional.of(nothingNew());
    }

    private Pending lease(Lease lease, String worker, Tie tie) {
        var receipt = journal.write(List.of(new StudyEvent.Leased(lease.trial(), lease.attempt(), worker, tie)));
        changed.signalAll();
        return new Pending(new Asked.Given(lease), receipt);
    }

    private Pending nothingNew() {
        if (stopped != null && stopped.kind() == Ending.Kind.HALTED) {
            return now(new Asked.Over(stopped));
        }
        if (state.count(TrialState.RUNNING) > 0 || state.nextTime().isPresent()) {
            return now(new Asked.Wait(state.nextTime(), "running trials may yet free a place"));
        }
        return now(new Asked.Over(stopped != null ? stopped : Endings.trialsUsed(state)));
    }

    private Pending think(String worker, Tie tie) {
        thinking.lock();
        try {
            while (true) {
                var round = locked(() -> ready(worker, tie).map(Round::done).orElseGet(this::question));
                if (round.answer().isPresent()) {
                    return round.answer().get();
                }
                var answer = thought(round, worker, tie);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        } finally {
            thinking.unlock();
        }
    }

    /// Either an answer, or a question to the strategy with what it must be told before.
    private record Round(Optional<Pending> answer, int trial, long seen, List<Observation> untold) {
        static Round done(Pending answer) {
            return new Round(Optional.of(answer), 0, 0, List.of());
        }
    }

    private Round question() {
        return new Round(Optional.empty(), state.trials(), state.length(), journal.takeUntold());
    }

    private Optional<Pending> thought(Round round, String worker, Tie tie) {
        Thought thought;
        try {
            thinker.tell(round.untold());
            thought = thinker.ask(round.trial(), round.seen(), c -> locked(() -> Verdict.on(c, state)));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional.of(locked(() -> halt("broke: %s".formatted(e.getMessage()))));
        }
        return locked(() -> act(thought, worker, tie));
    }

    private Pending halt(String how) {
        stopped = new Ending(Ending.Kind.HALTED, "the strategy '%s' %s".formatted(spec().strategy().name(), how));
        return now(new Asked.Over(stopped));
    }

    /// Empty to ask once more.
    private Optional<Pending> act(Thought thought, String worker, Tie tie) {
        return switch (thought) {
            case Thought.Start(var proposal, Source source) -> {
                if (!(Verdict.on(proposal.configuration(), state) instanceof Verdict.Fresh)) {
                    yield Optional.empty();
                }
                journal.write(List.of(new StudyEvent.Proposed(state.trials(), proposal.configuration(),
                        proposal.fidelity(), Origin.STRATEGY, proposal.why(), proposal.note(), source)));
                yield ready(worker, tie);
            }
            case Thought.Reuse(var proposal, int trial, Source source) -> {
                reuse(proposal.configuration(), trial, source);
                yield Optional.empty();
            }
            case Thought.Resume(var proposal) -> {
                journal.write(List.of(requeued(proposal.trial(), true, proposal.fidelity(), proposal.why())));
                yield ready(worker, tie);
            }
            case Thought.Wait _ -> Optional.of(waiting());
            case Thought.Exhausted(String why) -> {
                stopped = new Ending(Ending.Kind.EXHAUSTED, why);
                yield Optional.of(nothingNew());
            }
        };
    }

    private Pending waiting() {
        return state.liveTrials() == 0
                ? halt("waits although nothing is running")
                : now(new Asked.Wait(state.nextTime(), "the strategy waits for results"));
    }

    private void reuse(Configuration configuration, int from, Source source) {
        int trial = state.trials();
        var metrics = new LinkedHashMap<String, Double>();
        var losses = state.losses(from);
        for (int i = 0; i < losses.size(); i++) {
            var objective = spec().objectives().get(i);
            metrics.put(objective.metric(), objective.value(losses.get(i)));
        }
        journal.write(List.of(
                new StudyEvent.Proposed(trial, configuration, OptionalLong.empty(), Origin.STRATEGY,
                        "takes over the result of trial " + from, "", source),
                new StudyEvent.Ended(trial, 0, new Outcome.Completed(new Metrics(metrics)), Optional.empty())));
        changed.signalAll();
    }

    /// Reports figures of a running attempt.
    ///
    /// @return what the trial should do; `STOP` also for an attempt that no longer runs, whose report changes nothing
    public Decision measure(int trial, int attempt, long step, Metrics metrics) {
        var decision = new Decision[] {Decision.STOP};
        locked(() -> {
            if (!Decide.isCurrent(state, trial, attempt)) {
                return journal.everything();
            }
            decision[0] = state.losses(metrics).map(l -> rule.decide(new Observation.Measured(trial, step, l)))
                    .orElse(Decision.CONTINUE);
            return write(new StudyEvent.Measured(trial, attempt, step, metrics, decision[0]));
        }).await();
        return decision[0];
    }

    /// Takes the end of an attempt.
    ///
    /// @throws IllegalArgumentException if it is complete but lacks the value of an objective; nothing has changed then
    public Told tell(int trial, int attempt, Outcome outcome) {
        var receipt = locked(() -> Decide.end(state, trial, attempt, outcome, clock.instant()).map(this::write));
        receipt.ifPresent(Receipt::await);
        return receipt.isPresent() ? Told.TAKEN : Told.STALE;
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

    /// Those of some leases that are no longer held: stopped, put aside, or lost.
    public List<Lease> unwanted(List<Lease> leases) {
        return locked(() -> leases.stream().filter(l -> !Decide.isCurrent(state, l.trial(), l.attempt())).toList());
    }

    /// Puts back all that a worker has under way, without using a retry.
    public void release(String worker, String why) {
        change(() -> state.leasesOf(worker).stream().<StudyEvent>map(l -> new StudyEvent.Ended(
                l.trial(), l.attempt(), new Outcome.Returned(why), Optional.empty())).toList());
    }

    /// Says that a worker elsewhere is alive.
    public void hear(String worker) {
        locked(() -> {
            heard.hear(worker, clock.instant());
            return worker;
        });
    }

    private void dropSilentWorkers(Instant now) {
        for (var silent = heard.silent(now); silent.isPresent(); silent = heard.silent(now)) {
            var worker = silent.get();
            journal.write(state.leasesOf(worker).stream()
                    .map(l -> Decide.lose(state, l, "worker '%s' was not heard for %s".formatted(worker, Heard.SILENCE)))
                    .toList());
        }
    }

    /// Asks for a configuration to be tried; parameters that are not given take their defaults.
    ///
    /// @return the number of its trial
    /// @throws IllegalArgumentException if it is not allowed or would be a duplicate
    public int enqueue(Map<String, Value> given, String why) {
        return create(given, configuration -> {
            if (Verdict.on(configuration, state) instanceof Verdict.TurnedDown(String reason)) {
                throw new IllegalArgumentException("Study '%s': %s cannot be enqueued: %s."
                        .formatted(spec().name(), configuration, reason));
            }
            return List.of(proposed(configuration, Origin.ENQUEUED, why));
        });
    }

    /// Takes a result that was found elsewhere.
    ///
    /// @return the number of its trial
    /// @throws IllegalArgumentException if the configuration is not allowed or the value of an objective is missing
    public int add(Map<String, Value> given, Metrics metrics, String why) {
        var outcome = new Outcome.Completed(metrics);
        return create(given, configuration -> {
            Decide.checkValues(state, state.trials(), outcome);
            return List.of(proposed(configuration, Origin.ADDED, why),
                    new StudyEvent.Ended(state.trials(), 0, outcome, Optional.empty()));
        });
    }

    private int create(Map<String, Value> given, Function<Configuration, List<StudyEvent>> events) {
        var configuration = spec().space().accept(given);
        var number = new int[1];
        change(() -> {
            number[0] = state.trials();
            return events.apply(configuration);
        });
        return number[0];
    }

    private StudyEvent proposed(Configuration configuration, Origin origin, String why) {
        return new StudyEvent.Proposed(state.trials(), configuration, OptionalLong.empty(), origin, why, "", Source.NONE);
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
    /// @throws IllegalArgumentException if it is not paused
    public void resume(int trial) {
        change(() -> List.of(requeued(trial, true, OptionalLong.empty(), "resumed")));
    }

    /// Queues a trial again that ended without values.
    ///
    /// @throws IllegalArgumentException if it is neither failed nor lost nor cancelled
    public void retry(int trial) {
        locked(journal::everything).await();
        change(() -> List.of(requeued(trial, false, OptionalLong.empty(), "run again")));
    }

    private StudyEvent requeued(int trial, boolean resumed, OptionalLong fidelity, String why) {
        state.state(trial);
        var configuration = state.configuration(trial)
                .or(() -> store.trial(trial).map(TrialRecord::configuration))
                .orElseThrow();
        return Decide.requeue(state, trial, resumed, configuration, fidelity, why);
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

    public Progress progress() {
        return locked(() -> Progress.of(state, clock.instant()));
    }

    /// Waits until the log is longer than `events`, or a time has passed.
    ///
    /// @return the length of the log
    public long await(long events, Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (state.length() <= events && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state.length();
        } finally {
            lock.unlock();
        }
    }

    private void change(Supplier<List<StudyEvent>> decide) {
        locked(() -> {
            var events = decide.get();
            changed.signalAll();
            stopped = null;
            return journal.write(events);
        }).await();
    }

    private Receipt write(StudyEvent event) {
        changed.signalAll();
        return journal.write(List.of(event));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// Makes everything durable and closes the store. Leases stay as they are.
    @Override
    public void close() {
        store.close();
    }
}
