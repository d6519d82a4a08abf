package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore.Receipt;
import dev.sextant.engine.study.Decide;
import dev.sextant.engine.study.Endings;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Thinker;
import dev.sextant.engine.think.Thought;
import dev.sextant.engine.think.Verdict;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Proposal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Which trial to which worker: hands out what waits, and asks the strategy when nothing does. Thread-safe.
///
/// There are two locks. The study's is held for moments only; the strategy's is held while it thinks, by one asker at
/// a time, so that proposals stand in the log in the order in which they were thought of.
final class Dispatch {
    /// Trials that were run as far as they were to be.
    private static final Set<TrialState> PARENTS = EnumSet.of(TrialState.COMPLETE, TrialState.PAUSED, TrialState.PRUNED);

    private final Guarded study;
    private final StudyState state;
    private final Thinker thinker;
    private final InstantSource clock;
    private final Heard heard = new Heard();
    private final ReentrantLock thinking = new ReentrantLock(true);
    private @Nullable Ending stopped;

    Dispatch(Guarded study, Thinker thinker, InstantSource clock) {
        this.study = study;
        this.state = study.state();
        this.thinker = thinker;
        this.clock = clock;
    }

    /// Forgets that the strategy had nothing more to offer; under the study's lock.
    void reconsider() {
        stopped = null;
    }

    /// Notes that a worker is alive; under the study's lock.
    void hear(String worker) {
        heard.hear(worker, clock.instant());
    }

    /// Asks for one attempt to run.
    ///
    /// @param worker who asks
    /// @param tie what keeps the lease
    Promised ask(String worker, Tie tie) {
        var ready = study.locked(() -> ready(worker, tie));
        return ready.orElseGet(() -> think(worker, tie));
    }

    /// The answer that needs no thought, if there is one.
    private Optional<Promised> ready(String worker, Tie tie) {
        var now = clock.instant();
        dropSilentWorkers(now);
        if (tie == Tie.HEARTBEAT) {
            heard.hear(worker, now);
        }
        if (state.isPaused()) {
            return Optional.of(Promised.now(new Asked.Wait(Optional.empty(), "the study is paused")));
        }
        var ending = Endings.reached(state, now);
        if (ending.isPresent()) {
            return Optional.of(over(ending.get()));
        }
        if (Endings.roomForStarts(state) > 0) {
            var next = state.next(now);
            if (next.isPresent()) {
                return Optional.of(lease(next.get(), worker, tie));
            }
        }
        return stopped == null && Endings.roomForAnswers(state) ? Optional.empty() : Optional.of(nothingNew());
    }

    private Promised lease(Lease lease, String worker, Tie tie) {
        var receipt = study.write(List.of(new StudyEvent.Leased(lease.trial(), lease.attempt(), worker, tie)));
        return new Promised(new Asked.Given(lease), receipt);
    }

    private Promised nothingNew() {
        if (stopped != null && stopped.kind() == Ending.Kind.HALTED) {
            return Promised.now(new Asked.Over(stopped));
        }
        if (state.count(TrialState.RUNNING) > 0 || state.nextTime().isPresent()) {
            return Promised.now(new Asked.Wait(state.nextTime(), "running trials may yet free a place"));
        }
        return over(stopped != null ? stopped : Endings.trialsUsed(state));
    }

    /// Trials that stand where their fidelity ended will not go on, unless the study is continued.
    private Promised over(Ending ending) {
        return new Promised(new Asked.Over(ending), study.write(Decide.shelve(state)));
    }

    private Promised think(String worker, Tie tie) {
        thinking.lock();
        try {
            while (true) {
                var round = study.locked(() -> ready(worker, tie).map(Round::done).orElseGet(this::question));
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
    private record Round(Optional<Promised> answer, int trial, long seen, List<Observation> untold, boolean mayStart,
            boolean asksForImprovement) {
        static Round done(Promised answer) {
            return new Round(Optional.of(answer), 0, 0, List.of(), false, false);
        }
    }

    private Round question() {
        return new Round(Optional.empty(), state.trials(), state.length(), study.journal().takeUntold(),
                Endings.roomForTrials(state) > 0, state.settings().budget().limit(Limit.Improvement.class).isPresent());
    }

    private Optional<Promised> thought(Round round, String worker, Tie tie) {
        Thought thought;
        try {
            thinker.tell(round.untold());
            var over = promising(round);
            if (over.isPresent()) {
                return over;
            }
            thought = thinker.ask(round.trial(), round.seen(), c -> study.locked(() -> Verdict.on(c, state)), round.mayStart());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            return Optional.of(study.locked(() -> halt("broke: %s".formatted(e.getMessage()))));
        }
        return study.locked(() -> act(thought, worker, tie));
    }

    /// What ends the study if nothing that matters can be gained any more.
    private Optional<Promised> promising(Round round) {
        if (!round.asksForImprovement()) {
            return Optional.empty();
        }
        var possible = thinker.improvement();
        return study.locked(() -> Endings.improvement(state, possible).map(ending -> {
            stopped = ending;
            return nothingNew();
        }));
    }

    private Promised halt(String how) {
        stopped = new Ending(Ending.Kind.HALTED, "the strategy '%s' %s".formatted(state.spec().strategy().name(), how));
        return Promised.now(new Asked.Over(stopped));
    }

    /// Empty to ask once more.
    private Optional<Promised> act(Thought thought, String worker, Tie tie) {
        return switch (thought) {
            case Thought.Start(var proposal, Source source) -> {
                if (!(Verdict.on(proposal.configuration(), state) instanceof Verdict.Fresh)) {
                    yield Optional.empty();
                }
                study.write(List.of(new StudyEvent.Proposed(state.trials(), proposal.configuration(),
                        proposal.fidelity(), Origin.STRATEGY, proposal.why(), proposal.note(), source)));
                yield ready(worker, tie);
            }
            case Thought.Branch(var proposal, Source source) -> branch(proposal, source).map(this::halt).or(() -> ready(worker, tie));
            case Thought.Reuse(var proposal, int trial, Source source) -> {
                reuse(proposal, trial, source);
                yield Optional.empty();
            }
            case Thought.Resume(var proposal) -> {
                study.write(List.of(resumed(proposal)));
                yield ready(worker, tie);
            }
            case Thought.Wait _ -> Optional.of(Endings.roomForTrials(state) > 0 ? waiting() : nothingNew());
            case Thought.Exhausted(String why) -> {
                stopped = new Ending(Ending.Kind.EXHAUSTED, why);
                yield Optional.of(nothingNew());
            }
        };
    }

    private Promised waiting() {
        return state.liveTrials() == state.standingTrials()
                ? halt("waits although nothing is running")
                : Promised.now(new Asked.Wait(state.nextTime(), "the strategy waits for results"));
    }

    /// The note goes along, for a strategy that counts its own proposals by their notes.
    private void reuse(Proposal.Start proposal, int from, Source source) {
        int trial = state.trials();
        study.write(List.of(
                new StudyEvent.Proposed(trial, proposal.configuration(), OptionalLong.empty(), Origin.STRATEGY,
                        "takes over the result of trial " + from, proposal.note(), source),
                new StudyEvent.Ended(trial, 0, new Outcome.Completed(state.figures(from)), Optional.empty())));
    }

    /// Makes the new trial, unless the other one has nothing to go on from.
    ///
    /// @return what is wrong with the proposal
    private Optional<String> branch(Proposal.Branch proposal, Source source) {
        int parent = proposal.parent();
        var standing = parent < 0 || parent >= state.trials() ? Optional.<TrialState>empty() : Optional.of(state.state(parent));
        if (standing.filter(PARENTS::contains).isEmpty()) {
            return Optional.of("wants to go on from the checkpoint of trial %d, which %s".formatted(
                    parent, standing.map(s -> "is " + s.word()).orElse("does not exist")));
        }
        study.write(List.of(new StudyEvent.Proposed(state.trials(), proposal.configuration(), proposal.fidelity(), Origin.STRATEGY,
                proposal.why(), proposal.note(), source, OptionalInt.of(parent))));
        return Optional.empty();
    }

    private StudyEvent resumed(Proposal.Resume proposal) {
        var configuration = state.configuration(proposal.trial()).orElseThrow(() -> new IllegalStateException(
                "trial %d, which it wants to go on, has ended".formatted(proposal.trial())));
        return Decide.requeue(state, proposal.trial(), true, configuration, proposal.fidelity(), proposal.why());
    }

    /// Puts back what workers had under way that were not heard for too long; under the study's lock.
    ///
    /// @return of everything written so far
    Receipt dropSilentWorkers(Instant now) {
        for (var silent = heard.silent(now); silent.isPresent(); silent = heard.silent(now)) {
            var worker = silent.get();
            study.write(state.leasesOf(worker).stream()
                    .map(l -> Decide.lose(state, l, "worker '%s' was not heard for %s".formatted(worker, Heard.SILENCE)))
                    .toList());
        }
        return study.journal().everything();
    }
}
