package dev.sextant.wire.event;

import static dev.sextant.wire.event.EventMember.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members that the JSON of a kind of event must have, and those that it may have.
final class EventShape {
    private static final Map<EventKind, EventShape> SHAPES = new EnumMap<>(EventKind.class);

    static {
        for (var kind : EventKind.values()) {
            SHAPES.put(kind, new EventShape(needed(kind), optional(kind)));
        }
    }

    private final Set<EventMember> needed = EnumSet.noneOf(EventMember.class);
    private final Set<EventMember> allowed = EnumSet.noneOf(EventMember.class);

    private EventShape(Set<EventMember> needed, Set<EventMember> optional) {
        this.needed.addAll(needed);
        this.allowed.addAll(needed);
        this.allowed.addAll(optional);
    }

    static EventShape of(EventKind kind) {
        var shape = SHAPES.get(kind);
        if (shape == null) {
            throw new IllegalStateException("No shape of " + kind);
        }
        return shape;
    }

    boolean allows(EventMember member) {
        return allowed.contains(member);
    }

    /// The first member that must be there and is not.
    Optional<EventMember> missing(Set<EventMember> present) {
        return present.containsAll(needed) ? Optional.empty()
                : needed.stream().filter(m -> !present.contains(m)).findFirst();
    }

    private static Set<EventMember> needed(EventKind kind) {
        return switch (kind) {
            case CREATED, EVOLVED, CHANGED, STUDY_PAUSED, STUDY_RESUMED -> Set.of();
            case REMEMBERED -> Set.of(SOURCE, PARAMETERS, VALUES);
            case OPENED -> Set.of(HOLDER);
            case CLOSED, ABANDONED -> Set.of(WHY);
            case PROPOSED -> Set.of(TRIAL, PARAMETERS, ORIGIN, WHY, NOTE, SEEN, ASKED, DRAW);
            case LEASED -> Set.of(TRIAL, ATTEMPT, WORKER, TIE);
            case MEASURED -> Set.of(TRIAL, ATTEMPT, STEP, VALUES, DECISION);
            case ENDED -> Set.of(TRIAL, ATTEMPT, OUTCOME);
            case LOST -> Set.of(TRIAL, ATTEMPT, WHY, REPEATED);
            case PUT_ASIDE, CANCELLED -> Set.of(TRIAL, WHY);
            case PRIORITISED -> Set.of(TRIAL, PRIORITY);
            case NOTED -> Set.of(TRIAL, REMARK, TAGS);
            case REQUEUED -> Set.of(TRIAL, PARAMETERS, WHY);
        };
    }

    private static Set<EventMember> optional(EventKind kind) {
        return switch (kind) {
            case PROPOSED -> Set.of(FIDELITY, PARENT, KEY);
            case REQUEUED -> Set.of(FIDELITY);
            case ENDED -> Set.of(VALUES, REASON, LAST_LINES, WHY, AGAIN);
            case CREATED, EVOLVED, REMEMBERED, CHANGED, OPENED, STUDY_PAUSED, STUDY_RESUMED, CLOSED, ABANDONED, LEASED, MEASURED, LOST, PUT_ASIDE,
                    CANCELLED, PRIORITISED, NOTED -> Set.of();
        };
    }
}
