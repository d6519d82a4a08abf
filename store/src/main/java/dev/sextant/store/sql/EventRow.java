package dev.sextant.store.sql;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.wire.event.EventForm;
import java.util.OptionalLong;

/// An event as it is written.
///
/// @param trial that it concerns; empty if none
/// @param attempt at that trial; empty if it concerns no certain one
/// @param at milliseconds since 1970
/// @param body its members as JSON
public record EventRow(long position, String kind, OptionalLong trial, OptionalLong attempt, long at, String body) {
    public static EventRow of(Logged logged) {
        var event = logged.event();
        var trial = event instanceof StudyEvent.OfTrial concerned ? OptionalLong.of(concerned.trial()) : OptionalLong.empty();
        return new EventRow(logged.position(), EventForm.kind(event), trial, attempt(event), logged.at().toEpochMilli(),
                EventForm.write(event));
    }

    private static OptionalLong attempt(StudyEvent event) {
        return switch (event) {
            case StudyEvent.Leased leased -> OptionalLong.of(leased.attempt());
            case StudyEvent.Measured measured -> OptionalLong.of(measured.attempt());
            case StudyEvent.Ended ended -> OptionalLong.of(ended.attempt());
            case StudyEvent.Lost lost -> OptionalLong.of(lost.attempt());
            case StudyEvent.Proposed _, StudyEvent.PutAside _, StudyEvent.Cancelled _, StudyEvent.Prioritised _, StudyEvent.Noted _, StudyEvent.Requeued _,
                    StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Remembered _, StudyEvent.Changed _, StudyEvent.Opened _,
                    StudyEvent.Closed _, StudyEvent.Abandoned _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _ -> OptionalLong.empty();
        };
    }
}
