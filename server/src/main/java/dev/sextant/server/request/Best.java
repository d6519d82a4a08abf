package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;

/// The best trial: `{"best":{"study":"s"}}` → `{"trial":{…}}`; with several objectives the front, `{"trials":[…]}`.
final class Best implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study");
        var desk = session.desk(request);
        var best = desk.best();
        if (best.isEmpty()) {
            throw new RequestRefusedException(ErrorCode.NO_RESULT, "Study '%s' has no complete trial yet%s.".formatted(
                    desk.spec().name(), desk.spec().limits().isEmpty() ? "" : " that keeps its limits"));
        }
        if (desk.spec().objectives().size() == 1) {
            TrialForm.write(trial(best.getFirst(), desk), answer.name("trial"));
        } else {
            answer.name("trials").startList();
            best.forEach(number -> TrialForm.write(trial(number, desk), answer));
            answer.endList();
        }
    }

    /// As it is in the space that holds now.
    private static TrialRecord trial(int number, StudyDesk desk) {
        var trial = desk.view().trial(number).orElseThrow();
        return desk.spec().space().fit(trial.configuration()).map(trial::with).orElse(trial);
    }
}
