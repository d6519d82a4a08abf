package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;
import java.util.HashSet;

/// Trials in the order in which they ended, from a position of the log on: `{"finished":{"study":"s","after":12,"count":1}}` →
/// `{"study":"s","trials":[…],"next":17}`. With `"trials":[3,4]` only those.
final class Finished implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "after", "count", "trials");
        var desk = session.desk(request);
        long after = request.whole("after", 0, Integer.MAX_VALUE, 0);
        int count = (int) request.whole("count", 1, EndedTrials.MOST, 100);
        var wanted = new HashSet<>(request.wholes("trials", 0, Integer.MAX_VALUE));
        EndedTrials.of(desk.view(), after, wanted, count).write(desk.spec().name(), answer);
    }
}
