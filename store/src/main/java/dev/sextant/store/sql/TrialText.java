package dev.sextant.store.sql;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonTokens;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.util.LinkedHashMap;

/// Parameters and figures of a trial as JSON in a column.
public final class TrialText {
    private TrialText() {}

    /// `{"lr":0.01,"act":"relu"}`.
    public static String of(Configuration configuration) {
        var json = new JsonWriter().startObject();
        configuration.values().forEach((name, value) -> json.name(name).value(value));
        return json.endObject().finish();
    }

    /// `{"loss":0.25}`.
    public static String of(Metrics metrics) {
        var json = new JsonWriter().startObject();
        metrics.values().forEach((name, value) -> json.name(name).number(value));
        return json.endObject().finish();
    }

    static Configuration configuration(String text) {
        var values = new LinkedHashMap<String, Value>();
        try (var json = JsonTokens.of(Source.file("parameters", text))) {
            json.enterObject();
            while (json.nextMember()) {
                values.put(json.name(), json.value());
            }
        }
        return new Configuration(values);
    }

    static Metrics metrics(String text) {
        var values = new LinkedHashMap<String, Double>();
        try (var json = JsonTokens.of(Source.file("metrics", text))) {
            json.enterObject();
            while (json.nextMember()) {
                values.put(json.name(), json.number());
            }
        }
        return new Metrics(values);
    }
}
