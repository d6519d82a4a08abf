package dev.sextant.server.view;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonWriter;
import java.util.stream.LongStream;

/// What a chart must know of a parameter: a range of numbers, or a list of values.
final class ParameterAxis {
    private ParameterAxis() {}

    /// The members that say it.
    static void write(Parameter parameter, JsonWriter json) {
        json.name("name").text(parameter.name());
        parameter.condition().ifPresent(condition -> json.name("condition").text(condition));
        switch (parameter.domain()) {
            case RealRange(double low, double high, Scale scale) -> range(json, low, high, scale == Scale.LOG);
            case SteppedRange range -> range(json, range.low(), range.last(), false);
            case IntRange range -> range(json.name("whole").flag(true), (double) range.low(), (double) range.last(), range.scale() == Scale.LOG);
            case Choice _, Ordinal _, Bool _, Constant _ -> category(json, (Discrete) parameter.domain());
        }
        json.name("default").value(parameter.standard().orElseGet(parameter.domain()::middle));
        json.name("allowed").text(parameter.domain().allowed());
    }

    private static void range(JsonWriter json, double low, double high, boolean log) {
        json.name("kind").text("number").name("low").number(low).name("high").number(high).name("log").flag(log);
    }

    private static void category(JsonWriter json, Discrete domain) {
        json.name("kind").text(domain instanceof Constant ? "constant" : "category").name("values").startList();
        LongStream.range(0, domain.count()).mapToObj(domain::get).forEach((Value value) -> json.value(value));
        json.endList();
    }
}
