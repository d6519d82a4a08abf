package dev.sextant.server.api;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.access.Identity;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.trial.TrialForm;
import dev.sextant.wire.tree.JsonWriter;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What can be looked at without changing anything.
record Looks(OpenStudies studies) {
    private static final int MOST_STUDIES = 1_000;
    private static final int MOST_TRIALS = 10_000;

    /// The studies, latest used first: `{"studies":[{"study":"a",…}],"next":"b"}`.
    Reply studies(Visit visit) {
        var query = visit.query().allowOnly("search", "limit", "after");
        var search = query.text("search").orElse("");
        int limit = (int) query.whole("limit", 1, MOST_STUDIES, 100);
        var names = studies.library().names().stream().filter(n -> visit.who().sees(n) && n.contains(search)).toList();
        int from = query.text("after").map(after -> names.indexOf(after) + 1).orElse(0);
        var shown = names.subList(from, Math.min(names.size(), from + limit));
        var json = new JsonWriter().startObject().name("studies").startList();
        for (var name : shown) {
            try (var study = studies.read(name)) {
                json.startObject();
                Card.write(name, study, json);
                json.endObject();
            }
        }
        json.endList();
        if (from + limit < names.size()) {
            json.name("next").text(shown.getLast());
        }
        return Reply.json(json.endObject().finish());
    }

    /// One study: what is said of it among others, and all that it is.
    Reply study(Visit visit) {
        visit.query().allowOnly();
        return looking(visit, study -> {
            var json = new JsonWriter().startObject();
            Card.write(visit.at("study"), study, json);
            json.name("spec").node(StudyForm.write(study.view().spec(), study.view().settings()));
            json.name("settings").node(StudyForm.write(study.view().settings()));
            study.view().spec().program().ifPresent(program -> json.name("directory").text(program.directory()).name("home").text(program.home()));
            return Reply.json(json.endObject().finish());
        });
    }

    /// Some of the trials by rising number: `{"study":"s","trials":[…]}`.
    Reply trials(Visit visit) {
        var query = visit.query().allowOnly("from", "count");
        int from = (int) query.whole("from", 0, Integer.MAX_VALUE, 0);
        int count = (int) query.whole("count", 1, MOST_TRIALS, 1_000);
        return looking(visit, study -> {
            var json = new JsonWriter().startObject().name("study").text(visit.at("study")).name("trials").startList();
            IntStream.range(from, from + count).mapToObj(study.view()::trial).takeWhile(t -> t.isPresent())
                    .forEach(trial -> TrialForm.write(trial.get(), json));
            return Reply.json(json.endList().endObject().finish());
        });
    }

    /// One trial.
    Reply trial(Visit visit) {
        visit.query().allowOnly();
        return looking(visit, study -> Reply.json(TrialForm.write(trial(study.view(), visit))));
    }

    private static TrialRecord trial(StudyView view, Visit visit) {
        int number = visit.number("trial");
        return view.trial(number).orElseThrow(() -> new RequestRefusedException(ErrorCode.UNKNOWN_TRIAL,
                "Study '%s' has no trial %d.".formatted(visit.at("study"), number)));
    }

    /// Has a study read by somebody who may.
    private Reply looking(Visit visit, Function<ReadStudy, Reply> look) {
        var name = visit.at("study");
        checkSees(visit.who(), name);
        try (var study = studies.read(name)) {
            return look.apply(study);
        }
    }

    static void checkSees(Identity who, String study) {
        if (!who.sees(study)) {
            throw new HttpRefusedException(403, "forbidden", "'%s' may see only the studies %s, not '%s'.".formatted(
                    who.name(), String.join(", ", who.scope()), study));
        }
    }
}
