package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Deletes a study with all its trials: `{"delete":{"study":"s"}}` → `{"ok":true}`.
final class Delete implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study");
        var name = request.text("study");
        request.doing("study", () -> session.delete(name));
        answer.name("ok").flag(true);
    }
}
