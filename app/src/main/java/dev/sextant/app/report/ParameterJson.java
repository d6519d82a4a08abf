package dev.sextant.app.report;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.server.view.AxisPlace;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.core.JsonGenerator;

/// What the charts must know of each parameter: a range of numbers, or a list of values.
final class ParameterJson {
    private ParameterJson() {}

    static void write(JsonGenerator json, List<Parameter> parameters) {
        json.writeArrayPropertyStart("parameters");
        for (var parameter : parameters) {
            json.writeStartObject();
            json.writeStringProperty("name", parameter.name());
            domain(json, parameter.domain());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void domain(JsonGenerator json, Domain domain) {
        switch (domain) {
            case RealRange(double low, double high, Scale scale) -> range(json, low, high, scale, false);
            case SteppedRange range -> range(json, range.low(), range.last(), Scale.LINEAR, false);
            case IntRange range -> range(json, (double) range.low(), (double) range.last(), range.scale(), true);
            case Choice _, Ordinal _, Bool _, Constant _ -> category(json, (Discrete) domain);
        }
    }

    private static void range(JsonGenerator json, double low, double high, Scale scale, boolean whole) {
        json.writeStringProperty("kind", "number");
        json.writeNumberProperty("low", low);
        json.writeNumberProperty("high", high);
        json.writeBooleanProperty("log", scale == Scale.LOG);
        json.writeBooleanProperty("whole", whole);
    }

    private static void category(JsonGenerator json, Discrete domain) {
        json.writeStringProperty("kind", "category");
        ReportJson.texts(json, "values", LongStream.range(0, domain.count()).mapToObj(domain::get).map(Value::text).toList());
    }

    /// The value as it stands in a column: the number, or the index in the list of values.
    static void value(JsonGenerator json, Domain domain, Value value) {
        number(json, AxisPlace.of(domain, value));
    }

    /// A number, without a point where it is whole.
    static void number(JsonGenerator json, double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }
}
