package dev.sextant.wire.event;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;

/// The events that carry what the user said: the study itself, and its settings. Not written yet: they need the form
/// of a study.
@SuppressWarnings("DoNotCallSuggester")
final class SettingEvents {
    private SettingEvents() {}

    static void write(StudyEvent.Created created, JsonWriter json) {
        throw new UnsupportedOperationException("The form of a study is not there yet.");
    }

    static void write(StudyEvent.Changed changed, JsonWriter json) {
        throw new UnsupportedOperationException("The form of settings is not there yet.");
    }

    static StudyEvent.Created created(Source source) {
        throw new UnsupportedOperationException("The form of a study is not there yet.");
    }

    static StudyEvent.Changed changed(Source source) {
        throw new UnsupportedOperationException("The form of settings is not there yet.");
    }
}
