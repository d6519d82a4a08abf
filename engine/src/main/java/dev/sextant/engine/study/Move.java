package dev.sextant.engine.study;

import static dev.sextant.model.trial.TrialState.CANCELLED;
import static dev.sextant.model.trial.TrialState.COMPLETE;
import static dev.sextant.model.trial.TrialState.FAILED;
import static dev.sextant.model.trial.TrialState.LOST;
import static dev.sextant.model.trial.TrialState.PAUSED;
import static dev.sextant.model.trial.TrialState.PRUNED;
import static dev.sextant.model.trial.TrialState.QUEUED;
import static dev.sextant.model.trial.TrialState.RUNNING;

import dev.sextant.model.trial.TrialState;
import java.util.EnumSet;
import java.util.Set;

/// The moves of one trial between its states: the whole table.
public enum Move {
    /// An attempt begins.
    LEASE(RUNNING),
    /// It ends with values; a trial that is told of together with its result never runs.
    FINISH(COMPLETE),
    /// It ends without values for good.
    FAIL(FAILED),
    /// It is stopped early by a decision, or stays where its fidelity ended when the study ends.
    PRUNE(PRUNED),
    /// It stands at a checkpoint, has reached its fidelity, or a user puts it aside.
    PAUSE(PAUSED),
    /// The attempt failed and is repeated, or was interrupted, or its worker was lost.
    REPEAT(QUEUED),
    /// Its workers were lost too often.
    LOSE(LOST),
    /// A user stops it.
    CANCEL(CANCELLED),
    /// A paused or pruned trial goes on, or a user wants one that ended without values to be run again.
    REQUEUE(QUEUED);

    private final TrialState to;

    Move(TrialState to) {
        this.to = to;
    }

    /// The states in which a trial can make this move.
    public Set<TrialState> from() {
        return switch (this) {
            case LEASE -> EnumSet.of(QUEUED);
            case FINISH, PAUSE -> EnumSet.of(QUEUED, RUNNING);
            case FAIL, REPEAT, LOSE -> EnumSet.of(RUNNING);
            case PRUNE -> EnumSet.of(RUNNING, PAUSED);
            case CANCEL -> EnumSet.of(QUEUED, RUNNING, PAUSED);
            case REQUEUE -> EnumSet.of(PAUSED, PRUNED, FAILED, LOST, CANCELLED);
        };
    }

    /// The state that the move leads to.
    public TrialState to() {
        return to;
    }

    /// Whether a trial in a state can make this move.
    public boolean isPossible(TrialState state) {
        return from().contains(state);
    }

    /// The state after the move.
    ///
    /// @throws IllegalStateException if the table has no such move
    TrialState after(int trial, TrialState state) {
        if (!isPossible(state)) {
            throw new IllegalStateException("Trial %d is %s; %s is for trials that are %s."
                    .formatted(trial, state.word(), name(), from()));
        }
        return to;
    }
}
