package dev.sextant.wire.trial;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Value;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The JSON of a trial: `{"trial":0,"attempt":1,"state":"complete","parameters":{…},"values":{"loss":0.3},…}`.
/// Described in `docs/reference/json.md`.
public final class TrialForm {
    private TrialForm() {}

    /// A trial on one line.
    public static String write(TrialRecord trial) {
        var json = new JsonWriter();
        write(trial, json);
        return json.finish();
    }

    /// A trial as the next value of a document. `fidelity` is left out for a trial that was to be run in
    /// full, `started` and `finished` as long as there is no such moment, `why` and `reason` where there is none.
    public static void write(TrialRecord trial, JsonWriter json) {
        members(trial, json.startObject());
        json.endObject();
    }

    /// The members of a trial, for an object that says more of it.
    public static void members(TrialRecord trial, JsonWriter json) {
        json.name("trial").whole(trial.trial()).name("attempt").whole(trial.attempt());
        json.name("state").text(trial.state().word());
        json.name("parameters");
        write(trial.configuration(), json);
        trial.fidelity().ifPresent(fidelity -> json.name("fidelity").whole(fidelity));
        json.name("values");
        write(trial.metrics(), json);
        json.name("origin").text(trial.origin().word()).name("created").text(TimeText.write(trial.created()));
        trial.started().ifPresent(moment -> json.name("started").text(TimeText.write(moment)));
        trial.finished().ifPresent(moment -> json.name("finished").text(TimeText.write(moment)));
        text("why", trial.why(), json);
        text("reason", trial.reason(), json);
    }

    private static void text(String name, String text, JsonWriter json) {
        if (!text.isEmpty()) {
            json.name(name).text(text);
        }
    }

    /// The values of the active parameters, as an object.
    public static void write(Configuration configuration, JsonWriter json) {
        json.startObject();
        configuration.values().forEach((name, value) -> json.name(name).value(value));
        json.endObject();
    }

    /// Named figures, as an object.
    public static void write(Metrics metrics, JsonWriter json) {
        json.startObject();
        metrics.values().forEach((name, value) -> json.name(name).number(value));
        json.endObject();
    }

    /// The values in an object such as `{"lr":0.001,"layer":[{"units":64}]}`, whose lists count as the parameters they are made of, for
    /// [SearchSpace#accept][dev.sextant.model.space.SearchSpace#accept(java.util.Map)].
    ///
    /// @throws dev.sextant.wire.tree.FormException if it is no object, or holds something that is no value
    public static SequencedMap<String, Value> parameters(Node node) {
        var values = new LinkedHashMap<String, Value>();
        ListedValues.flat(members("parameters", node)).forEach(m -> values.put(m.name(), value(m)));
        return values;
    }

    private static Value value(Node.Member member) {
        return switch (member.value()) {
            case Node.Text(String text, _) -> new Value.Text(text);
            case Node.Num(String literal, _) -> Value.of(literal);
            case Node.Bool(boolean on, _) -> new Value.Flag(on);
            case Node.Obj _, Node.Arr _, Node.Null _ -> throw member.value().at().error(
                    "Parameter '%s' must be a number, a text, true or false, not %s.".formatted(member.name(), member.value().shown()));
        };
    }

    /// The figures in an object such as `{"loss":0.3}`.
    ///
    /// @throws dev.sextant.wire.tree.FormException if it is no object, or holds something that is no number
    public static Metrics metrics(Node node) {
        var figures = new LinkedHashMap<String, Double>();
        members("values", node).forEach(m -> figures.put(m.name(), figure(m)));
        return new Metrics(figures);
    }

    private static double figure(Node.Member member) {
        if (member.value() instanceof Node.Num number) {
            return number.number();
        }
        throw member.value().at().error("Metric '%s' must be a number, not %s.\nA trial without a value is told as failed."
                .formatted(member.name(), member.value().shown()));
    }

    private static List<Node.Member> members(String who, Node node) {
        if (node instanceof Node.Obj object) {
            return object.members();
        }
        throw node.at().error("%s must be an object, not %s.".formatted(who, node.shown()));
    }
}
