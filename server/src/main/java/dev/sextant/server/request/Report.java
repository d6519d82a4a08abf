package dev.sextant.server.request;

import dev.sextant.model.value.Numbers;
import dev.sextant.wire.tree.JsonWriter;

/// Takes figures of a running trial: `{"report":{"study":"s","trial":0,"step":1,"values":{"loss":31.2}}}` →
/// `{"decision":"continue"}`; `stop` too for an attempt that no longer runs, whose report changes nothing.
final class Report implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "attempt", "step", "values");
        var at = Addressed.of(request, session);
        long step = request.whole("step", 0, Numbers.MAX_WHOLE);
        var metrics = request.metrics("values", at.desk().spec());
        answer.name("decision").text(at.desk().measure(at.trial(), at.attempt(request), step, metrics).word());
    }
}
