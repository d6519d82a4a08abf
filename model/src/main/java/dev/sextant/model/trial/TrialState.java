package dev.sextant.model.trial;

import java.util.List;
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
    QUEUED(0),
    /// Leased to a worker.
    RUNNING(1),
    /// Stopped at a checkpoint, to be resumed.
    PAUSED(2),
    /// Ended with a value for every objective.
    COMPLETE(3),
    /// Ended without; the reason is kept.
    FAILED(4),
    /// Stopped early because it promised little; its last values are kept.
    PRUNED(5),
    /// Its worker was lost too often.
    LOST(6),
    /// Stopped by the user.
    CANCELLED(7);

    private static final List<TrialState> STATES = List.of(values());

    private final byte code;

    TrialState(int code) {
        this.code = (byte) code;
    }

    /// The number of the state in compact tables; never changes.
    public byte code() {
        return code;
    }

    /// The state with a code.
    public static TrialState of(byte code) {
        return STATES.get(code);
    }

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
