package dev.sextant.engine.study;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a message does to a study: pure functions from state, message and time to the events that follow. An empty
/// answer means that the message came too late and changes nothing.
public final class Decide {
    /// How often in a row the workers of a trial may be lost before it stays lost.
    public static final int MOST_LOSSES = 5;

    private Decide() {}

    /// Whether an attempt is the one that runs now.
    public static boolean isCurrent(StudyState state, int trial, int attempt) {
        return state.state(trial) == TrialState.RUNNING && state.attempt(trial) == attempt;
    }

    /// An attempt has ended.
    ///
    /// @throws IllegalArgumentException if it is complete but lacks the value of an objective or a limit
    public static Optional<StudyEvent> end(StudyState state, int trial, int attempt, Outcome outcome, Instant now) {
        if (!isCurrent(state, trial, attempt)) {
            return Optional.empty();
        }
        checkValues(state, trial, outcome);
        return Optional.of(new StudyEvent.Ended(trial, attempt, atFidelity(state, trial, outcome), again(state, trial, outcome, now)));
    }

    /// A program that was to run a part of the trial, and did, has not finished the trial.
    private static Outcome atFidelity(StudyState state, int trial, Outcome outcome) {
        return outcome instanceof Outcome.Completed(var metrics) && state.fidelity(trial).isPresent() ? new Outcome.Paused(metrics) : outcome;
    }

    /// What an attempt should do that has reached a step, as far as its fidelity says: one that was to run only so far
    /// makes room.
    public static Decision atStep(StudyState state, int trial, long step) {
        var fidelity = state.fidelity(trial);
        return fidelity.isPresent() && step >= fidelity.getAsLong() ? Decision.PAUSE : Decision.CONTINUE;
    }

    /// What becomes of the trials that stand where their fidelity ended, now that the study ends: they are pruned.
    public static List<StudyEvent> shelve(StudyState state) {
        return state.standing().entrySet().stream().<StudyEvent>map(e -> new StudyEvent.Ended(e.getKey(), state.attempt(e.getKey()),
                new Outcome.Pruned(e.getValue()), Optional.empty())).toList();
    }

    private static Optional<Instant> again(StudyState state, int trial, Outcome outcome, Instant now) {
        var retries = state.settings().retries();
        int failures = state.failures(trial);
        return outcome instanceof Outcome.Failed && failures < retries.count()
                ? Optional.of(now.plus(retries.before(failures + 1)))
                : Optional.empty();
    }

    /// Makes sure that a complete outcome has a value for every objective and every limit.
    ///
    /// @throws IllegalArgumentException that names the one it lacks
    public static void checkValues(StudyState state, int trial, Outcome outcome) {
        if (outcome instanceof Outcome.Completed(var metrics)) {
            for (var metric : state.spec().neededMetrics()) {
                if (metrics.value(metric).isEmpty()) {
                    throw new IllegalArgumentException("""
                            Study '%s', trial %d: a value for '%s' is needed; given: %s."""
                            .formatted(state.spec().name(), trial, metric,
                                    metrics.values().isEmpty() ? "none" : String.join(", ", metrics.values().keySet())));
                }
            }
        }
    }

    /// The worker of an attempt is gone.
    public static StudyEvent lose(StudyState state, Lease lease, String why) {
        boolean again = state.timesLost(lease.trial()) + 1 < MOST_LOSSES;
        return new StudyEvent.Lost(lease.trial(), lease.attempt(), why, again);
    }

    /// A user stops a trial for good.
    ///
    /// @throws IllegalArgumentException if it has ended
    public static StudyEvent cancel(StudyState state, int trial, String why) {
        check(state, trial, Move.CANCEL, "be stopped");
        return new StudyEvent.Cancelled(trial, why);
    }

    /// A user puts a trial aside.
    ///
    /// @throws IllegalArgumentException if it has ended or is paused
    public static StudyEvent putAside(StudyState state, int trial, String why) {
        check(state, trial, Move.PAUSE, "be paused");
        return new StudyEvent.PutAside(trial, why);
    }

    /// A user says how urgent a trial is; too late if it has ended.
    ///
    /// @throws IllegalArgumentException if there is no such trial
    public static Optional<StudyEvent> prioritise(StudyState state, int trial, int priority) {
        return Move.CANCEL.isPossible(state.state(trial)) ? Optional.of(new StudyEvent.Prioritised(trial, priority)) : Optional.empty();
    }

    /// A trial is run again, or goes on.
    ///
    /// @param resumed whether only a paused or pruned trial is meant; otherwise only one that ended without values
    /// @throws IllegalArgumentException if the trial is in another state
    public static StudyEvent requeue(StudyState state, int trial, boolean resumed, Configuration configuration,
            OptionalLong fidelity, String why) {
        var now = state.state(trial);
        boolean unfinished = now == TrialState.PAUSED || now == TrialState.PRUNED;
        if (!Move.REQUEUE.isPossible(now) || unfinished != resumed) {
            throw refusal(state, trial, resumed ? "be resumed" : "be run again",
                    resumed ? "paused or pruned" : "failed, lost or cancelled");
        }
        return new StudyEvent.Requeued(trial, configuration, fidelity, why);
    }

    private static void check(StudyState state, int trial, Move move, String what) {
        if (!move.isPossible(state.state(trial))) {
            throw refusal(state, trial, what, String.join(" or ", move.from().stream().map(TrialState::word).toList()));
        }
    }

    private static IllegalArgumentException refusal(StudyState state, int trial, String what, String needed) {
        return new IllegalArgumentException("Study '%s': trial %d is %s and cannot %s; it would have to be %s."
                .formatted(state.spec().name(), trial, state.state(trial).word(), what, needed));
    }
}
