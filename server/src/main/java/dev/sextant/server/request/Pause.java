package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Puts one trial aside, `{"pause":{"study":"s","trial":3}}`, or, without a trial, starts nothing new in the study.
final class Pause implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "why");
        var why = request.text("why", "paused by the user");
        if (request.has("trial")) {
            var at = Addressed.of(request, session);
            request.doing("trial", () -> at.desk().putAside(at.trial(), why));
        } else {
            session.desk(request).pauseStudy();
        }
        answer.name("ok").flag(true);
    }
}
