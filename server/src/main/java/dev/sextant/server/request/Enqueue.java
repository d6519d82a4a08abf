package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Asks for a configuration to be tried next: `{"enqueue":{"study":"s","parameters":{"x":1},"priority":5}}` → `{"trial":7}`; parameters that
/// are not given take their defaults. The same once more with the same `key` is the same trial.
final class Enqueue implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "parameters", "why", "priority", "key");
        var desk = session.desk(request);
        var wanted = request.wanted("enqueued");
        int trial = request.blaming("parameters", () -> desk.enqueue(wanted));
        answer.name("trial").whole(trial);
    }
}
