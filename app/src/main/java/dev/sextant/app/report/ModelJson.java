package dev.sextant.app.report;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.insight.Landscape;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// What a model expects of the first objective: along each parameter, and over the two that mattered most.
final class ModelJson {
    private static final int MOST_SPOTS = 48;
    private static final int MOST_CELLS = 30;

    private final Results results;
    private final JsonGenerator json;

    private ModelJson(Results results, JsonGenerator json) {
        this.results = results;
        this.json = json;
    }

    /// @param parameters in the order of the charts
    static void write(JsonGenerator json, Results results, StudyModel model, List<Parameter> parameters) {
        var writer = new ModelJson(results, json);
        json.writeObjectPropertyStart("model");
        json.writeArrayPropertyStart("slices");
        parameters.forEach(parameter -> writer.slice(model, parameter));
        json.writeEndArray();
        model.surface(MOST_CELLS).ifPresent(surface -> writer.surface(surface, parameters));
        json.writeEndObject();
    }

    /// `[place, expected, one deviation less, one more]` for each value.
    private void slice(StudyModel model, Parameter parameter) {
        json.writeStartArray();
        for (var spot : model.slice(parameter, MOST_SPOTS)) {
            double loss = spot.expected().loss();
            double deviation = spot.expected().deviation();
            json.writeStartArray();
            ParameterJson.value(json, parameter.domain(), spot.value());
            json.writeNumber(value(loss));
            json.writeNumber(value(loss - deviation));
            json.writeNumber(value(loss + deviation));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private double value(double loss) {
        return results.axis(results.first()).clamp(results.first().value(loss));
    }

    private void surface(StudyModel.Surface surface, List<Parameter> parameters) {
        json.writeObjectPropertyStart("surface");
        json.writeNumberProperty("across", parameters.indexOf(surface.across()));
        json.writeNumberProperty("up", parameters.indexOf(surface.up()));
        places("xs", surface.across().domain(), surface.plane().across());
        places("ys", surface.up().domain(), surface.plane().up());
        json.writeArrayPropertyStart("expected");
        surface.plane().expected().forEach(this::column);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void places(String name, Domain domain, List<Value> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> ParameterJson.value(json, domain, value));
        json.writeEndArray();
    }

    private void column(List<Landscape.Expected> column) {
        json.writeStartArray();
        column.forEach(expected -> json.writeNumber(value(expected.loss())));
        json.writeEndArray();
    }
}
