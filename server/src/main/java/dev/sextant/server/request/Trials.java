package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;
import java.util.Optional;
import java.util.stream.IntStream;

/// Trials by rising number: `{"trials":{"study":"s"}}` → `{"study":"s","trials":[…]}`. All of them, or with `from` and
/// `count` a part: an answer stands in memory as a whole, so it has at most [#MOST].
final class Trials implements Handler {
    /// The most trials in one answer.
    static final int MOST = 100_000;

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "from", "count");
        var desk = session.desk(request);
        int total = desk.progress().counts().values().stream().mapToInt(Integer::intValue).sum();
        int from = (int) request.whole("from", 0, Integer.MAX_VALUE, 0);
        int count = (int) request.whole("count", 1, MOST, Math.max(0, total - from));
        if (count > MOST) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, """
                    Study '%s' has %d trials; an answer has at most %d.
                    Ask for parts: "from":0,"count":%d""".formatted(desk.spec().name(), total, MOST, MOST));
        }
        answer.name("study").text(desk.spec().name()).name("trials").startList();
        if (from == 0 && count >= total) {
            desk.view().trials(trial -> TrialForm.write(trial, answer));
        } else {
            IntStream.range(from, from + Math.min(count, Math.max(0, total - from)))
                    .mapToObj(desk.view()::trial).flatMap(Optional::stream).forEach(trial -> TrialForm.write(trial, answer));
        }
        answer.endList();
    }
}
