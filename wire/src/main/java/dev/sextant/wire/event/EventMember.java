package dev.sextant.wire.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The members that the JSON of events is made of. A name means the same in every kind of event.
enum EventMember {
    TRIAL, ATTEMPT, PARAMETERS, FIDELITY, ORIGIN, WHY, NOTE, SEEN, ASKED, DRAW, WORKER, TIE, HOLDER, STEP, VALUES, DECISION,
    OUTCOME, REASON, LAST_LINES, AGAIN, REPEATED, PARENT, KEY, SOURCE, PRIORITY, REMARK, TAGS;

    private static final Map<String, EventMember> BY_WORD = new HashMap<>();

    static {
        for (var member : values()) {
            BY_WORD.put(member.word, member);
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    static Optional<EventMember> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
