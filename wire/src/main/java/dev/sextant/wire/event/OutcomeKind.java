package dev.sextant.wire.event;

import dev.sextant.model.trial.Outcome;
import java.util.Locale;

/// How an attempt ended, as a word.
enum OutcomeKind {
    COMPLETE, FAILED, PRUNED, PAUSED, RETURNED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutcomeKind of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> COMPLETE;
            case Outcome.Failed _ -> FAILED;
            case Outcome.Pruned _ -> PRUNED;
            case Outcome.Paused _ -> PAUSED;
            case Outcome.Returned _ -> RETURNED;
        };
    }
}
