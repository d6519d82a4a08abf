package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Queues one paused trial again, `{"resume":{"study":"s","trial":3}}`, or, without a trial, goes on with the study.
final class Resume implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial");
        if (request.has("trial")) {
            var at = Addressed.of(request, session);
            request.doing("trial", () -> at.desk().resume(at.trial()));
        } else {
            session.desk(request).resumeStudy();
        }
        answer.name("ok").flag(true);
    }
}
