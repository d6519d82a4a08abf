package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.Metrics;
import dev.sextant.wire.tree.JsonWriter;

/// Takes a result that was found elsewhere: `{"add":{"study":"s","parameters":{"x":1},"values":{"loss":3}}}` → `{"trial":7}`.
/// The same once more with the same `key` is the same trial.
final class Add implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "parameters", "values", "why", "key");
        var desk = session.desk(request);
        var wanted = request.wanted("added");
        var metrics = request.metrics("values", desk.spec());
        int trial = request.blaming(lacksValue(metrics, desk) ? "values" : "parameters", () -> desk.add(wanted, metrics));
        answer.name("trial").whole(trial);
    }

    private static boolean lacksValue(Metrics metrics, StudyDesk desk) {
        return desk.spec().neededMetrics().stream().anyMatch(name -> metrics.value(name).isEmpty());
    }
}
