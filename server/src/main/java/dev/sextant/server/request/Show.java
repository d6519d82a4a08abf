package dev.sextant.server.request;

import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonWriter;

/// Tells what a study is: `{"show":{"study":"s"}}` → `{"study":"s","spec":{…},"settings":{…}}`, both as the log has them.
final class Show implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study");
        var desk = session.desk(request);
        answer.name("study").text(desk.spec().name());
        answer.name("spec").node(StudyForm.write(desk.spec(), desk.settings()));
        answer.name("settings").node(StudyForm.write(desk.settings()));
    }
}
