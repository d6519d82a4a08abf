package dev.sextant.server.api;

import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Query;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.EndedTrials;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The next trials that end: `?after=12&count=1&trials=3,4&wait=30s`. With `wait` the answer comes when there is one, or after
/// that time.
record Finishing(OpenStudies studies, ShownStudies shown) {
    /// @param after position of the log
    private record Question(long after, Set<Long> wanted, int count, Duration patience) {
        static Question of(Query query) {
            query.allowOnly("after", "count", "trials", "wait");
            return new Question(query.whole("after", 0, Integer.MAX_VALUE, 0), query.text("trials").map(Question::numbers).orElse(Set.of()),
                    (int) query.whole("count", 1, EndedTrials.MOST, 100),
                    query.text("wait").map(text -> DurationText.read(Source.argument("wait", text))).orElse(Duration.ZERO));
        }

        private static Set<Long> numbers(String list) {
            var numbers = new HashSet<Long>();
            for (var word : Arrays.asList(list.split(",", -1))) {
                if (word.isEmpty() || word.length() > 9 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    throw wrong("'trials' must be numbers of trials separated by commas, such as 3,4, not '%s'.".formatted(list));
                }
                numbers.add(Long.parseLong(word));
            }
            return numbers;
        }
    }

    private static HttpRefusedException wrong(String message) {
        return new HttpRefusedException(400, "wrong_form", message);
    }

    Reply answer(Visit visit) {
        var name = visit.at("study");
        Looks.checkSees(visit.who(), name);
        var question = Question.of(visit.query());
        if (question.patience().compareTo(Wish.LONGEST) > 0) {
            throw wrong("'wait' must be a duration of at most 1m, such as 30s.");
        }
        long end = System.nanoTime() + question.patience().toNanos();
        long from = question.after();
        while (true) {
            var found = look(name, from, question);
            var seen = studies.find(name).map(study -> Map.of(study, found.next())).orElse(Map.of());
            if (!found.trials().isEmpty() || !studies.awaitChange(seen, end - System.nanoTime())) {
                var json = new JsonWriter().startObject();
                found.write(name, json);
                return Reply.json(json.endObject().finish());
            }
            from = found.next();
        }
    }

    private EndedTrials look(String name, long from, Question question) {
        return shown.look(name, (_, pages) -> EndedTrials.of(pages.view(), from, question.wanted(), question.count()));
    }
}
