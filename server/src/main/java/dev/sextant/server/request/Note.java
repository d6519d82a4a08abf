package dev.sextant.server.request;

import dev.sextant.model.study.Remarks;
import dev.sextant.wire.tree.JsonWriter;

/// Writes something on a trial: `{"note":{"study":"s","trial":7,"note":"diverged late","tags":["look"]}}` → `{"ok":true}`, in place of
/// what was there; nothing takes it away. What is written on a study, `change` changes.
final class Note implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "note", "tags");
        var at = Addressed.of(request, session);
        var note = request.maybeText("note").orElse("");
        var tags = request.texts("tags");
        var remarks = request.blaming(note.isEmpty() ? "tags" : "note", ErrorCode.WRONG_FORM, () -> new Remarks(note, tags));
        at.desk().note(at.trial(), remarks);
        answer.name("ok").flag(true);
    }
}
