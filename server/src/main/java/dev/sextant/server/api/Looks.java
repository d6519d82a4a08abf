package dev.sextant.server.api;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.access.Identity;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.view.ChartQuery;
import dev.sextant.server.view.StudyPages;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.TrialForm;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What can be looked at without changing anything, and without holding a study.
record Looks(OpenStudies studies, ShownStudies shown, StudyTags tags) {
    private static final int MOST_STUDIES = 1_000;
    private static final int MOST_TRIALS = 10_000;

    /// The studies whose name or one of whose tags has the text in it, in whatever case, latest used first: `{"studies":[{"study":"a",…}],"next":"b"}`.
    Reply studies(Visit visit) {
        var query = visit.query().allowOnly("search", "limit", "after");
        var search = query.text("search").orElse("");
        int limit = (int) query.whole("limit", 1, MOST_STUDIES, 100);
        var names = studies.library().names();
        tags.keepOnly(new LinkedHashSet<>(names));
        int from = query.text("after").map(after -> names.indexOf(after) + 1).orElse(0);
        var found = names.stream().skip(from).filter(visit.who()::sees).filter(name -> tags.match(name, search)).limit(limit + 1L).toList();
        var some = found.subList(0, Math.min(limit, found.size()));
        var json = new JsonWriter().startObject().name("studies").startList();
        some.forEach(name -> card(name).ifPresent(json::node));
        json.endList();
        if (some.size() < found.size()) {
            json.name("next").text(some.getLast());
        }
        return Reply.json(json.endObject().finish());
    }

    /// What is said of a study; empty if it was deleted meanwhile. One that cannot be read does not keep the others from being listed.
    private Optional<Node> card(String name) {
        try {
            return Optional.of(read(shown.look(name, (study, pages) -> {
                var json = new JsonWriter().startObject();
                Card.write(name, study, pages, json);
                return json.endObject().finish();
            })));
        } catch (StoreException unreadable) {
            return Optional.of(read(Card.unreadable(name, unreadable)));
        } catch (RequestRefusedException deleted) {
            if (deleted.code() != ErrorCode.UNKNOWN_STUDY) {
                throw deleted;
            }
            return Optional.empty();
        }
    }

    private static Node read(String card) {
        return JsonReader.read(Source.file("card", card));
    }

    /// One study: what is said of it among others, and all that it is.
    Reply study(Visit visit) {
        visit.query().allowOnly();
        var name = visit.at("study");
        checkSees(visit.who(), name);
        return shown.look(name, (study, pages) -> {
            var json = new JsonWriter().startObject();
            Card.write(name, study, pages, json);
            json.name("spec").node(StudyForm.write(study.view().spec(), study.view().settings()));
            json.name("settings").node(StudyForm.write(study.view().settings()));
            study.view().spec().program().ifPresent(program -> json.name("directory").text(program.directory()).name("home").text(program.home()));
            return Reply.json(json.endObject().finish());
        });
    }

    /// Some of the trials: `{"study":"s","trials":[…]}`. With `where` or `sort` those that match, in that order, and how
    /// many they are.
    Reply trials(Visit visit) {
        var query = visit.query().allowOnly("from", "count", "where", "sort");
        if (query.text("where").isPresent() || query.text("sort").isPresent()) {
            return looking(visit, pages -> pages.trials(new ChartQuery(query::text)));
        }
        int from = (int) query.whole("from", 0, Integer.MAX_VALUE, 0);
        int count = (int) query.whole("count", 1, MOST_TRIALS, 1_000);
        return looking(visit, pages -> {
            var json = new JsonWriter().startObject().name("study").text(visit.at("study")).name("trials").startList();
            IntStream.range(from, from + count).mapToObj(pages.view()::trial).takeWhile(t -> t.isPresent())
                    .forEach(trial -> TrialForm.write(trial.get(), json));
            return json.endList().endObject().finish();
        });
    }

    /// One trial, what happened to it, and what it reported.
    Reply trial(Visit visit) {
        visit.query().allowOnly();
        return looking(visit, pages -> {
            var trial = trial(pages, visit);
            var json = new JsonWriter().startObject();
            TrialForm.members(trial, json);
            pages.trial(trial, json);
            return json.endObject().finish();
        });
    }

    /// The best trial, or the front: `{"trial":{…}}` or `{"trials":[…]}`.
    Reply best(Visit visit) {
        visit.query().allowOnly();
        return looking(visit, pages -> {
            var best = pages.best();
            if (best.isEmpty()) {
                throw new RequestRefusedException(ErrorCode.NO_RESULT, "Study '%s' has no complete trial yet%s.".formatted(
                        visit.at("study"), pages.view().spec().limits().isEmpty() ? "" : " that keeps its limits"));
            }
            var json = new JsonWriter().startObject();
            boolean one = pages.view().spec().objectives().size() == 1;
            json.name(one ? "trial" : "trials");
            best(one ? json : json.startList(), pages);
            return (one ? json : json.endList()).endObject().finish();
        });
    }

    private static void best(JsonWriter json, StudyPages pages) {
        pages.best().forEach(number -> pages.view().trial(number)
                .map(trial -> pages.view().spec().space().fit(trial.configuration()).map(trial::with).orElse(trial))
                .ifPresent(trial -> TrialForm.write(trial, json)));
    }

    /// Something ready to draw.
    Reply chart(Visit visit) {
        var query = visit.query().allowOnly("points", "lines", "bars", "metric", "where");
        return looking(visit, pages -> pages.chart(visit.at("chart"), new ChartQuery(query::text)));
    }

    /// What a model learnt from the trials, ready to draw; `{"nothing":"why"}` where there is nothing to learn from.
    Reply model(Visit visit) {
        var answer = visit.at("answer");
        var query = visit.query().allowOnly("across", "up", "method", "metric", "top");
        return looking(visit, pages -> {
            try {
                return pages.model(answer, new ChartQuery(query::text), studies.library().insight());
            } catch (IllegalArgumentException nothing) {
                return new JsonWriter().startObject().name("nothing").text(String.valueOf(nothing.getMessage())).endObject().finish();
            }
        });
    }

    /// Which parameters mattered.
    Reply importance(Visit visit) {
        var query = visit.query().allowOnly("method", "metric", "top");
        return looking(visit, pages -> pages.model("importance", new ChartQuery(query::text), studies.library().insight()));
    }

    private static TrialRecord trial(StudyPages pages, Visit visit) {
        int number = visit.number("trial");
        return pages.view().trial(number).orElseThrow(() -> new RequestRefusedException(ErrorCode.UNKNOWN_TRIAL,
                "Study '%s' has no trial %d.".formatted(visit.at("study"), number)));
    }

    /// Has a study looked at by somebody who may; what the question does not allow is for him to mend.
    private Reply looking(Visit visit, Function<StudyPages, String> look) {
        var name = visit.at("study");
        checkSees(visit.who(), name);
        return shown.look(name, (_, pages) -> {
            try {
                return Reply.json(look.apply(pages));
            } catch (IllegalArgumentException wrong) {
                throw new HttpRefusedException(400, "wrong_form", String.valueOf(wrong.getMessage()));
            }
        });
    }

    static void checkSees(Identity who, String study) {
        if (!who.sees(study)) {
            throw new HttpRefusedException(403, "forbidden", "'%s' may see only the studies %s, not '%s'.".formatted(
                    who.name(), String.join(", ", who.scope()), study));
        }
    }
}
