package dev.sextant.wire.event;

import static dev.sextant.wire.event.EventMember.*;

import dev.sextant.model.event.StudyEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of events, each with the members that its JSON must have and those that it may have.
enum EventKind {
    CREATED(List.of(), List.of()),
    CHANGED(List.of(), List.of()),
    OPENED(List.of(HOLDER), List.of()),
    STUDY_PAUSED(List.of(), List.of()),
    STUDY_RESUMED(List.of(), List.of()),
    CLOSED(List.of(WHY), List.of()),
    PROPOSED(List.of(TRIAL, PARAMETERS, ORIGIN, WHY, NOTE, SEEN, ASKED, DRAW), List.of(FIDELITY)),
    LEASED(List.of(TRIAL, ATTEMPT, WORKER, TIE), List.of()),
    MEASURED(List.of(TRIAL, ATTEMPT, STEP, VALUES, DECISION), List.of()),
    ENDED(List.of(TRIAL, ATTEMPT, OUTCOME), List.of(VALUES, REASON, LAST_LINES, WHY, AGAIN)),
    LOST(List.of(TRIAL, ATTEMPT, WHY, REPEATED), List.of()),
    PUT_ASIDE(List.of(TRIAL, WHY), List.of()),
    CANCELLED(List.of(TRIAL, WHY), List.of()),
    REQUEUED(List.of(TRIAL, PARAMETERS, WHY), List.of(FIDELITY));

    private final String word = name().toLowerCase(Locale.ROOT);
    private final List<EventMember> needed;
    private final int allowed;

    EventKind(List<EventMember> needed, List<EventMember> optional) {
        this.needed = needed;
        this.allowed = bits(needed) | bits(optional);
    }

    private static int bits(List<EventMember> members) {
        return members.stream().mapToInt(EventMember::bit).sum();
    }

    String word() {
        return word;
    }

    boolean allows(EventMember member) {
        return (allowed & member.bit()) != 0;
    }

    /// The first member that must be there and is not.
    ///
    /// @param present the sum of the bits of those that are there
    Optional<EventMember> missing(int present) {
        for (var member : needed) {
            if ((present & member.bit()) == 0) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    static Optional<EventKind> named(String word) {
        for (var kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static EventKind of(StudyEvent event) {
        return switch (event) {
            case StudyEvent.Created _ -> CREATED;
            case StudyEvent.Changed _ -> CHANGED;
            case StudyEvent.Opened _ -> OPENED;
            case StudyEvent.StudyPaused _ -> STUDY_PAUSED;
            case StudyEvent.StudyResumed _ -> STUDY_RESUMED;
            case StudyEvent.Closed _ -> CLOSED;
            case StudyEvent.Proposed _ -> PROPOSED;
            case StudyEvent.Leased _ -> LEASED;
            case StudyEvent.Measured _ -> MEASURED;
            case StudyEvent.Ended _ -> ENDED;
            case StudyEvent.Lost _ -> LOST;
            case StudyEvent.PutAside _ -> PUT_ASIDE;
            case StudyEvent.Cancelled _ -> CANCELLED;
            case StudyEvent.Requeued _ -> REQUEUED;
        };
    }
}
