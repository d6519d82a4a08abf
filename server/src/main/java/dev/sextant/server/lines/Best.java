package dev.sextant.server.lines;

import dev.sextant.wire.tree.JsonWriter;

/// The best trial: `{"best":{"study":"s"}}` → `{"trial":{…}}`; with several objectives the front, `{"trials":[…]}`.
final class Best implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study");
        var desk = session.desk(request);
        var best = desk.best();
        if (best.isEmpty()) {
            throw new RequestRefusedException(ErrorCode.NO_RESULT, "Study '%s' has no complete trial yet.".formatted(desk.spec().name()));
        }
        if (desk.spec().objectives().size() == 1) {
            TrialJson.write(desk, best.getFirst(), answer.name("trial"));
        } else {
            answer.name("trials").startList();
            best.forEach(trial -> TrialJson.write(desk, trial, answer));
            answer.endList();
        }
    }
}
