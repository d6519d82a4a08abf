package dev.sextant.wire.event;

import dev.sextant.model.trial.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an attempt ended, as a word.
enum OutcomeKind {
    COMPLETE, FAILED, PRUNED, PAUSED, RETURNED;

    private static final List<EventMember> VALUES_ALONE = List.of(EventMember.VALUES);
    private static final List<EventMember> REASON_AND_LINES = List.of(EventMember.REASON, EventMember.LAST_LINES);
    private static final List<EventMember> WHY_ALONE = List.of(EventMember.WHY);
    private static final List<EventMember> NOTHING = List.of();

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The first member that the JSON of such an end must have and has not.
    Optional<EventMember> missing(Set<EventMember> present) {
        var needed = switch (this) {
            case COMPLETE, PRUNED -> VALUES_ALONE;
            case FAILED -> REASON_AND_LINES;
            case RETURNED -> WHY_ALONE;
            case PAUSED -> NOTHING;
        };
        for (var member : needed) {
            if (!present.contains(member)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
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
