package dev.sextant.wire.event;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.wire.tree.JsonTokens;
import dev.sextant.wire.tree.NewerFormException;
import dev.sextant.wire.tree.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one event of a known kind.
final class EventReader {
    private final EventKind kind;
    private final EventShape shape;
    private final EventFields fields;
    private final JsonTokens json;

    private EventReader(EventKind kind, EventFields fields, JsonTokens json) {
        this.kind = kind;
        this.shape = EventShape.of(kind);
        this.fields = fields;
        this.json = json;
    }

    static StudyEvent read(String word, Source source, SearchSpace space) {
        try (var json = JsonTokens.of(source)) {
            var event = event(word, json, space);
            json.end();
            return event;
        }
    }

    /// A stretch of a log, as [EventForm#readAll] describes it: one parser for all of it.
    static List<Logged> readAll(Source source, SearchSpace space) {
        var all = new ArrayList<Logged>();
        try (var json = JsonTokens.of(source)) {
            json.enterList();
            while (json.nextItem()) {
                all.add(logged(json, space));
            }
            json.end();
        }
        return all;
    }

    private static Logged logged(JsonTokens json, SearchSpace space) {
        json.enterList();
        json.nextItem();
        long position = json.whole();
        json.nextItem();
        var at = Instant.ofEpochMilli(json.whole());
        json.nextItem();
        var kind = json.text();
        json.nextItem();
        var logged = new Logged(position, at, event(kind, json, space));
        if (json.nextItem()) {
            throw json.position().error("An event has four parts; the study is damaged.");
        }
        return logged;
    }

    private static StudyEvent event(String word, JsonTokens json, SearchSpace space) {
        var kind = EventKind.named(word).orElseThrow(
                () -> new NewerFormException(json.position(), "events of the kind '%s'".formatted(word)));
        return switch (kind) {
            case CREATED -> SettingEvents.created(Source.file("event 'created'", json.raw()));
            case EVOLVED -> SettingEvents.evolved(Source.file("event 'evolved'", json.raw()));
            case CHANGED -> SettingEvents.changed(Source.file("event 'changed'", json.raw()));
            default -> new EventReader(kind, new EventFields(json, space), json).event();
        };
    }

    private StudyEvent event() {
        json.enterObject();
        while (json.nextMember()) {
            var member = EventMember.named(json.name());
            if (member.isEmpty() || !shape.allows(member.get())) {
                throw unknown();
            }
            fields.read(member.get());
        }
        shape.missing(fields.present()).ifPresent(this::refuse);
        return built();
    }

    private NewerFormException unknown() {
        return new NewerFormException(json.position(), "the member '%s' of an event '%s'".formatted(json.name(), kind.word()));
    }

    private void refuse(EventMember missing) {
        throw json.position().error("The event '%s' has no member '%s'; the study is damaged."
                .formatted(kind.word(), missing.word()));
    }

    private StudyEvent built() {
        var f = fields;
        return switch (kind) {
            case CREATED, EVOLVED, CHANGED -> throw new IllegalStateException("%s has a reader of its own.".formatted(kind));
            case REMEMBERED -> new StudyEvent.Remembered(f.source, f.configuration, f.metrics);
            case OPENED -> new StudyEvent.Opened(f.holder);
            case STUDY_PAUSED -> new StudyEvent.StudyPaused();
            case STUDY_RESUMED -> new StudyEvent.StudyResumed();
            case CLOSED -> new StudyEvent.Closed(f.why);
            case ABANDONED -> new StudyEvent.Abandoned(f.why);
            case PROPOSED -> new StudyEvent.Proposed(f.trial, f.configuration, f.fidelity,
                    word(Origin.class, f.origin, "origin"), f.why, f.note,
                    new StudyEvent.Source(f.seen, f.asked, f.draw), f.parent, f.key);
            case LEASED -> new StudyEvent.Leased(f.trial, f.attempt, f.worker, word(Tie.class, f.tie, "tie"));
            case MEASURED -> new StudyEvent.Measured(f.trial, f.attempt, f.step, f.metrics,
                    word(Decision.class, f.decision, "decision"));
            case ENDED -> new StudyEvent.Ended(f.trial, f.attempt, outcome(), f.again);
            case LOST -> new StudyEvent.Lost(f.trial, f.attempt, f.why, f.repeated);
            case PUT_ASIDE -> new StudyEvent.PutAside(f.trial, f.why);
            case NOTED -> new StudyEvent.Noted(f.trial, f.remarks());
            case PRIORITISED -> new StudyEvent.Prioritised(f.trial, f.priority);
            case CANCELLED -> new StudyEvent.Cancelled(f.trial, f.why);
            case REQUEUED -> new StudyEvent.Requeued(f.trial, f.configuration, f.fidelity, f.why);
        };
    }

    private Outcome outcome() {
        var outcome = word(OutcomeKind.class, fields.outcome, "outcome");
        outcome.missing(fields.present()).ifPresent(this::refuse);
        return switch (outcome) {
            case COMPLETE -> new Outcome.Completed(fields.metrics);
            case FAILED -> new Outcome.Failed(fields.reason, fields.lastLines);
            case PRUNED -> new Outcome.Pruned(fields.metrics);
            case PAUSED -> new Outcome.Paused(fields.metrics);
            case RETURNED -> new Outcome.Returned(fields.why);
        };
    }

    private <E extends Enum<E>> E word(Class<E> words, String given, String member) {
        try {
            return Enum.valueOf(words, given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new NewerFormException(json.position(), "the %s '%s' of an event '%s'".formatted(member, given, kind.word()));
        }
    }
}
