package dev.sextant.server.api;

import dev.sextant.server.http.Action;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.Request;
import java.util.List;
import java.util.Map;

/// Gives trials of one study: `{"count":10,"worker":"w1","wait":"30s"}`. With `wait` the answer comes when there is one, or
/// after that time; a `worker` keeps its trials for as long as it is heard.
record Asking(OpenStudies studies) implements Action {
    @Override
    public Reply act(Visit visit) {
        visit.query().allowOnly();
        var wish = Wish.of(new Request("ask", visit.object()), "count", "worker", "wait");
        long end = System.nanoTime() + wish.patience().toNanos();
        var request = Bodies.request("ask", visit, List.of("worker", "wait"));
        var doing = new Doing(studies, 200, _ -> request);
        while (true) {
            var visitor = new Visitor(studies, visit.who(), wish.worker());
            var seen = studies.find(visit.at("study")).map(study -> Map.of(study, study.desk().events())).orElse(Map.of());
            var answer = doing.answer(request, visitor);
            if (visitor.given() > 0 || !visitor.waits() || !studies.awaitChange(seen, end - System.nanoTime())) {
                return Reply.json(answer);
            }
        }
    }
}
