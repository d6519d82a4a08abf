package dev.sextant.server.request;

import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;

/// What waits for a slot, in the order in which it would start: `{"queue":{"study":"s"}}` →
/// `{"study":"s","waiting":1,"queue":[{"trial":7,"priority":5}]}`, with `not_before` where a trial waits for a time. At most
/// `count`, 1,000 if not given.
final class Queue implements Handler {
    private static final int MOST = 100_000;

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "count");
        var desk = session.desk(request);
        int count = (int) request.whole("count", 1, MOST, 1_000);
        var queue = desk.queue();
        answer.name("study").text(desk.spec().name()).name("waiting").whole(queue.size()).name("queue").startList();
        queue.stream().limit(count).forEach(queued -> {
            answer.startObject().name("trial").whole(queued.trial()).name("priority").whole(queued.priority());
            queued.notBefore().ifPresent(time -> answer.name("not_before").text(TimeText.write(time)));
            answer.endObject();
        });
        answer.endList();
    }
}
