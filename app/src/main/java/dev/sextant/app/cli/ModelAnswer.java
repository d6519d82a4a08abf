package dev.sextant.app.cli;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.value.Value;
import dev.sextant.server.view.AxisPlace;
import dev.sextant.strategy.insight.Landscape.Expected;
import dev.sextant.strategy.insight.Spot;
import dev.sextant.wire.tree.JsonWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a model expects of the first objective, as the members of an answer.
record ModelAnswer(Results results, JsonWriter json) {
    static final int MOST_CELLS = 30;
    private static final int MOST_SPOTS = 48;

    void slices(StudyModel model) {
        json.name("metric").text(results.first().metric()).name("slices").startList();
        results.spec().space().parameters().stream().filter(parameter -> !(parameter.domain() instanceof Constant)).forEach(parameter -> {
            json.startObject().name("parameter").text(parameter.name()).name("expected").startList();
            model.slice(parameter, MOST_SPOTS).forEach(spot -> spot(parameter.domain(), spot));
            json.endList().endObject();
        });
        json.endList();
    }

    private void spot(Domain domain, Spot spot) {
        double loss = spot.expected().loss();
        double deviation = spot.expected().deviation();
        json.startList().number(AxisPlace.of(domain, spot.value())).number(results.first().value(loss))
                .number(results.first().value(loss - deviation)).number(results.first().value(loss + deviation)).endList();
    }

    void surface(StudyModel.Surface surface) {
        json.name("metric").text(results.first().metric());
        json.name("across").text(surface.across().name()).name("up").text(surface.up().name());
        places("xs", surface.across().domain(), surface.plane().across());
        places("ys", surface.up().domain(), surface.plane().up());
        cells("expected", surface, expected -> results.first().value(expected.loss()));
        cells("deviation", surface, Expected::deviation);
    }

    private void places(String name, Domain domain, List<Value> values) {
        json.name(name).startList();
        values.forEach(value -> json.number(AxisPlace.of(domain, value)));
        json.endList();
    }

    private void cells(String name, StudyModel.Surface surface, ToDoubleFunction<Expected> figure) {
        json.name(name).startList();
        surface.plane().expected().forEach(column -> {
            json.startList();
            column.forEach(cell -> json.number(figure.applyAsDouble(cell)));
            json.endList();
        });
        json.endList();
    }
}
