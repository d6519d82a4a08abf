package dev.sextant.server.lines;

import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;

/// All trials by rising number: `{"trials":{"study":"s"}}` → `{"study":"s","trials":[…]}`.
final class Trials implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study");
        var desk = session.desk(request);
        answer.name("study").text(desk.spec().name()).name("trials").startList();
        desk.view().trials(trial -> TrialForm.write(trial, answer));
        answer.endList();
    }
}
