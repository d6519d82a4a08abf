package dev.sextant.server.request;

import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonWriter;

/// Changes what may change while a study lives: `{"change":{"study":"s","budget":{"trials":200},"slots":4}}` →
/// `{"settings":{…}}`; what is not said stays as it is.
final class Change implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "budget", "slots", "resources", "trial", "artifacts", "note", "tags");
        var desk = session.desk(request);
        desk.change(StudyForm.settings(StudyDraft.of(request.body()), desk.settings()));
        answer.name("settings").node(StudyForm.write(desk.settings()));
    }
}
