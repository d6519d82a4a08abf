package dev.sextant.app.cli;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.TrialForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Words such as `lr=1e-3`: a configuration, or values of metrics.
final class ParameterWords {
    private ParameterWords() {}

    /// The value of each name.
    ///
    /// @param what they stand for, for messages: `a parameter`
    static SequencedMap<String, Value> read(List<String> words, String what) {
        var values = new LinkedHashMap<String, Value>();
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new UsageException("'%s' is not %s and its value; write NAME=VALUE, as in lr=1e-3.".formatted(word, what));
            }
            values(word.substring(0, equals), word.substring(equals + 1)).forEach((name, value) -> {
                if (values.put(name, value) != null) {
                    throw new UsageException("'%s' is given twice.".formatted(name));
                }
            });
        }
        return values;
    }

    /// The value of a word; of `layer=[{"units":64}]` the values of the parameters that the list is made of.
    private static SequencedMap<String, Value> values(String name, String text) {
        if (!text.startsWith("[{") && !text.equals("[]")) {
            return new LinkedHashMap<>(Map.of(name, Value.of(text)));
        }
        var list = JsonReader.read(Source.argument(name, text));
        return TrialForm.parameters(new Node.Obj(List.of(new Node.Member(name, list, list.at())), list.at()));
    }

    /// Words such as `loss=0.3`, whose values are finite numbers.
    static SequencedMap<String, Double> metrics(List<String> words) {
        var metrics = new LinkedHashMap<String, Double>();
        read(words, "a metric").forEach((name, value) -> metrics.put(name, number(name, value.text())));
        return metrics;
    }

    private static double number(String name, String text) {
        if (!Numbers.isNumber(text) || !Double.isFinite(Double.parseDouble(text))) {
            throw new UsageException("%s must be a finite number, not '%s'.%nA trial without a figure failed: tell it with --failed WHY."
                    .formatted(name, text));
        }
        return Double.parseDouble(text);
    }

    /// The value of a number as JSON has it.
    static Value number(Node.Num number) {
        return number.isWhole() ? Value.of(number.literal()) : new Value.Real(number.number());
    }

    static void write(JsonWriter json, String member, SequencedMap<String, Value> values) {
        json.name(member).startObject();
        values.forEach((name, value) -> json.name(name).value(value));
        json.endObject();
    }

    static void writeMetrics(JsonWriter json, SequencedMap<String, Double> metrics) {
        json.name("values").startObject();
        metrics.forEach((name, value) -> json.name(name).number(value));
        json.endObject();
    }
}
