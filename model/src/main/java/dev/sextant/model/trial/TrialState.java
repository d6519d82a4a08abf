package dev.sextant.model.trial;

import java.util.Locale;

/// Where a trial stands.
///
///     queued ──► running ──► complete | failed | pruned | cancelled
///       ▲           │ ├────► paused ──► queued
///       └───────────┘ └────► lost ────► queued
///
/// `engine` holds the full table of moves.
public enum TrialState {
    /// Waits for a slot.
    QUEUED,
    /// Leased to a worker.
    RUNNING,
    /// Stopped at a checkpoint, to be resumed.
    PAUSED,
    /// Ended with a value for every objective.
    COMPLETE,
    /// Ended without; the reason is kept.
    FAILED,
    /// Stopped early because it promised little; its last values are kept.
    PRUNED,
    /// Its worker was lost too often.
    LOST,
    /// Stopped by the user.
    CANCELLED;

    /// Whether nothing more happens to a trial unless somebody asks for it.
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case COMPLETE, FAILED, PRUNED, LOST, CANCELLED -> true;
        };
    }

    /// Whether a trial in this state counts against the budget of trials.
    public boolean countsAsTrial() {
        return this == COMPLETE || this == FAILED || this == PRUNED;
    }

    /// The lower-case word that people and JSON see.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state with a word.
    public static TrialState of(String word) {
        for (var state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("'%s' is not a state of a trial; states: queued running paused complete failed pruned lost cancelled."
                .formatted(word));
    }
}
