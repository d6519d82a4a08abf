package dev.sextant.wire.event;

import dev.sextant.model.event.StudyEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of events.
enum EventKind {
    CREATED, EVOLVED, REMEMBERED, CHANGED, OPENED, STUDY_PAUSED, STUDY_RESUMED, CLOSED, ABANDONED, PROPOSED, LEASED, MEASURED, ENDED, LOST,
    PUT_ASIDE, CANCELLED, PRIORITISED, NOTED, REQUEUED;

    private static final Map<String, EventKind> BY_WORD = new HashMap<>();

    static {
        for (var kind : values()) {
            BY_WORD.put(kind.word, kind);
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    static Optional<EventKind> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static EventKind of(StudyEvent event) {
        return switch (event) {
            case StudyEvent.Created _ -> CREATED;
            case StudyEvent.Evolved _ -> EVOLVED;
            case StudyEvent.Remembered _ -> REMEMBERED;
            case StudyEvent.Changed _ -> CHANGED;
            case StudyEvent.Opened _ -> OPENED;
            case StudyEvent.StudyPaused _ -> STUDY_PAUSED;
            case StudyEvent.StudyResumed _ -> STUDY_RESUMED;
            case StudyEvent.Closed _ -> CLOSED;
            case StudyEvent.Abandoned _ -> ABANDONED;
            case StudyEvent.Proposed _ -> PROPOSED;
            case StudyEvent.Leased _ -> LEASED;
            case StudyEvent.Measured _ -> MEASURED;
            case StudyEvent.Ended _ -> ENDED;
            case StudyEvent.Lost _ -> LOST;
            case StudyEvent.PutAside _ -> PUT_ASIDE;
            case StudyEvent.Cancelled _ -> CANCELLED;
            case StudyEvent.Prioritised _ -> PRIORITISED;
            case StudyEvent.Noted _ -> NOTED;
            case StudyEvent.Requeued _ -> REQUEUED;
        };
    }
}
