package dev.sextant.server.lines;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;
import java.util.Optional;

/// A trial as an object; a member that has nothing to say is left out.
final class TrialJson {
    private TrialJson() {}

    /// Writes the trial with a number.
    static void write(StudyDesk desk, int trial, JsonWriter json) {
        write(desk.view().trial(trial).orElseThrow(), json);
    }

    static void write(TrialRecord trial, JsonWriter json) {
        json.startObject()
                .name("trial").whole(trial.trial())
                .name("attempt").whole(trial.attempt())
                .name("state").text(trial.state().word())
                .name("parameters").startObject();
        trial.configuration().values().forEach((name, value) -> json.name(name).value(value));
        json.endObject().name("values").startObject();
        trial.metrics().values().forEach((name, value) -> json.name(name).number(value));
        json.endObject().name("origin").text(trial.origin().word());
        time(json, "created", Optional.of(trial.created()));
        time(json, "started", trial.started());
        time(json, "finished", trial.finished());
        text(json, "why", trial.why());
        text(json, "reason", trial.reason());
        json.endObject();
    }

    private static void time(JsonWriter json, String name, Optional<Instant> time) {
        time.ifPresent(moment -> json.name(name).text(TimeText.write(moment)));
    }

    private static void text(JsonWriter json, String name, String text) {
        if (!text.isEmpty()) {
            json.name(name).text(text);
        }
    }
}
