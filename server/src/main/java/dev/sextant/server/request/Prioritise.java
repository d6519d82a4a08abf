package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says how urgent trials are: `{"prioritise":{"study":"s","trial":7,"priority":5}}`, or several at once with
/// `"priorities":[{"trial":7,"priority":5},{"trial":8,"priority":-1}]` → `{"late":[8]}`, those that have ended.
final class Prioritise implements Handler {
    /// Priorities go from `-MOST` to `MOST`.
    static final int MOST = 1_000_000;

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "priority", "priorities");
        if (request.has("priorities") == (request.has("trial") || request.has("priority"))) {
            throw request.body().at().error("prioritise needs either 'trial' and 'priority' or 'priorities'.");
        }
        var priorities = new LinkedHashMap<Integer, Integer>();
        if (request.has("priorities")) {
            for (var part : request.parts("priorities")) {
                part.allowOnly("study", "trial", "priority");
                take(part, session, priorities);
            }
        } else {
            take(request, session, priorities);
        }
        answer.name("late").startList();
        session.desk(request).prioritise(priorities).forEach(answer::whole);
        answer.endList();
    }

    private static void take(Request request, Session session, Map<Integer, Integer> priorities) {
        var at = Addressed.of(request, session);
        priorities.put(at.trial(), (int) request.whole("priority", -MOST, MOST));
    }
}
