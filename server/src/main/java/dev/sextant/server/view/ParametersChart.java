package dev.sextant.server.view;

import dev.sextant.wire.tree.JsonWriter;

/// The parameters of the space as it is now: what a form needs to ask for a configuration.
record ParametersChart() implements Chart {
    @Override
    public void write(LiveTable live, JsonWriter json) {
        var space = live.table().spec().space();
        json.name("parameters").startList();
        space.parameters().forEach(parameter -> {
            ParameterAxis.write(parameter, json.startObject());
            json.endObject();
        });
        json.endList().name("require").texts(space.constraints());
    }
}
