package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// Stops one trial for good, `{"stop":{"study":"s","trial":3}}`, or, without a trial, whoever runs the study.
final class Stop implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "why");
        var why = request.text("why", "stopped by the user");
        if (request.has("trial")) {
            var at = Addressed.of(request, session);
            request.doing("trial", () -> at.desk().cancel(at.trial(), why));
        } else {
            session.study(request).stop(why);
        }
        answer.name("ok").flag(true);
    }
}
