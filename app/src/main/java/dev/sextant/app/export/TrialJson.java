package dev.sextant.app.export;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;
import java.util.Optional;

/// One trial as a JSON object on one line; a member that has nothing to say is left out.
final class TrialJson {
    private TrialJson() {}

    static String of(TrialRecord trial) {
        var json = new JsonWriter().startObject()
                .name("trial").whole(trial.trial())
                .name("attempt").whole(trial.attempt())
                .name("state").text(trial.state().word());
        json.name("parameters").startObject();
        trial.configuration().values().forEach((name, value) -> json.name(name).value(value));
        json.endObject().name("values").startObject();
        trial.metrics().values().forEach((name, value) -> json.name(name).number(value));
        json.endObject().name("origin").text(trial.origin().word());
        time(json, "created", Optional.of(trial.created()));
        time(json, "started", trial.started());
        time(json, "finished", trial.finished());
        text(json, "why", trial.why());
        text(json, "reason", trial.reason());
        return json.endObject().finish();
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
