package dev.sextant.wire.event;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.util.List;

/// The JSON of an event: an object whose members depend on the [kind][#kind(StudyEvent)]. Described in
/// `docs/reference/json.md`; stored events are read back by every later version.
///
/// An event of an ordinary trial is written and read in about a microsecond each.
public final class EventForm {
    private EventForm() {}

    /// The word for what kind of event it is: `proposed`.
    public static String kind(StudyEvent event) {
        return EventKind.of(event).word();
    }

    /// The members of an event as one JSON object on one line, without its kind, position and time.
    public static String write(StudyEvent event) {
        var json = new JsonWriter().startObject();
        EventWriter.members(event, json);
        return json.endObject().finish();
    }

    /// The event that [#write(StudyEvent)] wrote.
    ///
    /// @param space of the study, with the parameters of all its versions
    /// @throws dev.sextant.wire.tree.NewerFormException if the kind or a member is unknown, as a newer Sextant may write
    /// @throws dev.sextant.wire.tree.FormException if the text is damaged
    public static StudyEvent read(String kind, String json, SearchSpace space) {
        return EventReader.read(kind, Source.file("event '" + kind + "'", json), space);
    }

    /// A stretch of a log.
    ///
    /// @param json a list of `[position, time, "kind", {members}]`, the time in milliseconds since 1970
    /// @param space of the study
    /// @throws dev.sextant.wire.tree.FormException as [#read(String, String, SearchSpace)] does
    public static List<Logged> readAll(String json, SearchSpace space) {
        return EventReader.readAll(Source.file("events", json), space);
    }

    /// The first event of a study, which brings the space along.
    ///
    /// @throws dev.sextant.wire.tree.FormException as [#read(String, String, SearchSpace)] does
    public static StudyEvent.Created readCreated(String json) {
        return SettingEvents.created(Source.file("event 'created'", json));
    }

    /// The event by which a study was taken into another space, which brings that space along.
    ///
    /// @throws dev.sextant.wire.tree.FormException as [#read(String, String, SearchSpace)] does
    public static StudyEvent.Evolved readEvolved(String json) {
        return SettingEvents.evolved(Source.file("event 'evolved'", json));
    }

    /// The public form of an event in its place, on one line without an end:
    /// `{"position":3,"time":"2026-11-21T09:30:00.125Z","event":"leased","trial":1,…}`.
    public static String line(Logged logged) {
        var json = new JsonWriter().startObject();
        json.name("position").whole(logged.position());
        json.name("time").text(TimeText.write(logged.at()));
        json.name("event").text(kind(logged.event()));
        EventWriter.members(logged.event(), json);
        return json.endObject().finish();
    }
}
