package dev.sextant.server.api;

import dev.sextant.server.http.Action;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import java.time.Duration;
import java.util.List;

/// Gives trials of one study: `{"count":10,"worker":"w1","wait":"30s"}`. With `wait` the answer comes when there is one, or
/// after that time; a `worker` keeps its trials for as long as it is heard.
record Asking(OpenStudies studies) implements Action {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    @Override
    public Reply act(Visit visit) {
        visit.query().allowOnly();
        var wish = Wish.of(visit.object(), List.of("count", "worker", "wait"));
        long end = System.nanoTime() + wish.patience().toNanos();
        var request = Bodies.request("ask", visit, List.of("worker", "wait"));
        var doing = new Doing(studies, 200, _ -> request);
        while (true) {
            var visitor = new Visitor(studies, visit.who(), wish.worker());
            long seen = studies.find(visit.at("study")).map(s -> s.desk().events()).orElse(0L);
            var answer = doing.answer(request, visitor);
            if (visitor.given() > 0 || !visitor.waits() || !awaited(visit.at("study"), seen, end - System.nanoTime())) {
                return Reply.json(answer);
            }
        }
    }

    /// Waits until something has changed in a study.
    ///
    /// @return whether there is time to ask again
    private boolean awaited(String study, long seen, long nanos) {
        if (nanos <= 0) {
            return false;
        }
        try {
            studies.get(study).desk().await(seen, Duration.ofNanos(Math.min(nanos, LONGEST_LOOK.toNanos())));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
