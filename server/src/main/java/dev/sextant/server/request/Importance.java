package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;

/// What mattered: `{"importance":{"study":"s"}}` → `{"study":"s","metric":"loss","method":"ped-anova",…}`.
final class Importance implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "method", "metric", "top");
        var study = session.study(request);
        if (study.desk().best().isEmpty()) {
            throw new RequestRefusedException(ErrorCode.NO_RESULT,
                    "Study '%s' has no complete trial yet.".formatted(study.desk().spec().name()));
        }
        var question = new Insight.Question(request.maybeText("method"), request.maybeText("metric"), request.maybeNumber("top"));
        study.insight().importance(study.desk().view(), question, answer);
    }
}
