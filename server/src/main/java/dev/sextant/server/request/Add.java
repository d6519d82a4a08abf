package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.Metrics;
import dev.sextant.wire.tree.JsonWriter;

/// Takes a result that was found elsewhere: `{"add":{"study":"s","parameters":{"x":1},"values":{"loss":3}}}` → `{"trial":7}`.
final class Add implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "parameters", "values", "why");
        var desk = session.desk(request);
        var given = request.parameters("parameters");
        var metrics = request.metrics("values", desk.spec());
        var why = request.text("why", "added");
        int trial = request.blaming(lacksValue(metrics, desk) ? "values" : "parameters", () -> desk.add(given, metrics, why));
        answer.name("trial").whole(trial);
    }

    private static boolean lacksValue(Metrics metrics, StudyDesk desk) {
        return desk.spec().neededMetrics().stream().anyMatch(name -> metrics.value(name).isEmpty());
    }
}
