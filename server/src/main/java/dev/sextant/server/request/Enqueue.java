package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Asks for a configuration to be tried next: `{"enqueue":{"study":"s","parameters":{"x":1}}}` → `{"trial":7}`; parameters that
/// are not given take their defaults.
final class Enqueue implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "parameters", "why");
        var desk = session.desk(request);
        var given = request.parameters("parameters");
        var why = request.text("why", "enqueued");
        int trial = request.blaming("parameters", () -> desk.enqueue(given, why));
        answer.name("trial").whole(trial);
    }
}
