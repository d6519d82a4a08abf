package dev.sextant.app.report;

import dev.sextant.model.trial.TrialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// The trials, one array a column. Texts that repeat are numbered and written once.
final class TrialColumns {
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_TEXTS = 2000;
    private static final String ANOTHER = "another reason (see the export)";

    private final List<String> metrics;
    private final ShownTrials shown;
    private final SequencedMap<String, Integer> texts = new LinkedHashMap<>();

    TrialColumns(List<String> metrics, ShownTrials shown) {
        this.metrics = metrics;
        this.shown = shown;
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("trials");
        column(json, "trial", trial -> Optional.of((double) trial.trial()));
        column(json, "state", trial -> Optional.of((double) ReportJson.code(trial.state())));
        column(json, "attempt", trial -> Optional.of((double) trial.attempt()));
        column(json, "seconds", trial -> trial.duration().map(span -> span.toMillis() / 1e3));
        column(json, "reason", trial -> number(trial.reason()));
        json.writeArrayPropertyStart("metrics");
        metrics.forEach(metric -> values(json, trial -> trial.metrics().value(metric).stream().boxed().findFirst()));
        json.writeEndArray();
        json.writeArrayPropertyStart("parameters");
        for (var parameter : shown.parameters()) {
            json.writeStartArray();
            for (var trial : shown.trials()) {
                trial.configuration().value(parameter.name()).ifPresentOrElse(
                        value -> ParameterJson.value(json, parameter.domain(), value), json::writeNull);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
        ReportJson.texts(json, "texts", List.copyOf(texts.sequencedKeySet()));
    }

    private void column(JsonGenerator json, String name, Column column) {
        json.writeName(name);
        values(json, column);
    }

    private void values(JsonGenerator json, Column column) {
        json.writeStartArray();
        for (var trial : shown.trials()) {
            column.of(trial).ifPresentOrElse(number -> ParameterJson.number(json, number), json::writeNull);
        }
        json.writeEndArray();
    }

    private Optional<Double> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var cut = Html.cut(text, LONGEST_TEXT);
        var told = texts.size() < MOST_TEXTS || texts.containsKey(cut) ? cut : ANOTHER;
        return Optional.of((double) texts.computeIfAbsent(told, _ -> texts.size()));
    }

    private interface Column {
        Optional<Double> of(TrialRecord trial);
    }
}
