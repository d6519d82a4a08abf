package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// Queues a trial again that ended without values: `{"retry":{"study":"s","trial":3}}` → `{"trials":[3]}`; with `"failed":true`
/// in place of the trial, all that failed.
final class Retry implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "failed");
        boolean failed = request.flag("failed");
        if (failed == request.has("trial")) {
            throw request.body().at().error("retry needs either 'trial' or \"failed\":true.");
        }
        var again = failed ? failed(session.desk(request)) : one(request, session);
        answer.name("trials").startList();
        again.forEach(answer::whole);
        answer.endList();
    }

    private static List<Integer> one(Request request, Session session) {
        var at = Addressed.of(request, session);
        request.doing("trial", () -> at.desk().retry(at.trial()));
        return List.of(at.trial());
    }

    private static List<Integer> failed(StudyDesk desk) {
        var failed = new ArrayList<Integer>();
        desk.view().trials(t -> {
            if (t.state() == TrialState.FAILED) {
                failed.add(t.trial());
            }
        });
        failed.forEach(desk::retry);
        return failed;
    }
}
