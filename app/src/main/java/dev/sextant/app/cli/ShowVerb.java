package dev.sextant.app.cli;

import dev.sextant.app.results.Results;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.JsonWriter;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `show`: one study: what it is and how far it is.
final class ShowVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("show", "one study: what it searches, how far it is, where it lies").words("[STUDY]", 1)
                .flags(Usage.JSON)
                .examples("sextant show", "sextant show lenet --json");
    }

    @Override
    public ExitCode run(Call call) {
        try (var study = Studies.of(call).read(call.word(0))) {
            var results = Results.of(study.view(), Instant.now());
            if (call.has(Usage.JSON)) {
                call.out().println(json(study, results));
            } else {
                print(call.out(), study, results);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(PrintStream out, StudyReading study, Results results) {
        var text = new StudyText(out);
        text.print(results.spec(), study.view().settings());
        text.line("state", study.state());
        text.line("trials", results.trials().isEmpty() ? "none yet" : counts(results.counts())
                + (results.infeasible() > 0 ? ", of which %d break a limit".formatted(results.infeasible()) : ""));
        text.line("folder", study.folder().path().toString());
        var best = BestVerb.best(results);
        if (!best.isEmpty()) {
            new BestText(results, out).print(best);
        } else if (results.nearest().isPresent()) {
            out.println(BestVerb.none(results));
        }
    }

    private static String counts(Map<TrialState, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey().word()).collect(Collectors.joining(", "));
    }

    private static String json(StudyReading study, Results results) {
        var json = new JsonWriter().startObject().name("study").text(study.name());
        json.name("state").text(study.processState()).name("paused").flag(study.isPaused().getAsBoolean());
        json.name("folder").text(study.folder().path().toString()).name("seed").whole(results.spec().seed());
        json.name("strategy").text(results.spec().strategy().name());
        json.name("objectives").startList();
        results.spec().objectives().forEach(o -> json.startObject().name("metric").text(o.metric())
                .name("goal").text(o.goalWord()).endObject());
        json.endList();
        if (!results.spec().limits().isEmpty()) {
            json.name("limits").startList();
            results.spec().limits().forEach(limit -> json.text(limit.toString()));
            json.endList().name("infeasible").whole(results.infeasible());
        }
        json.name("counts").startObject();
        results.counts().forEach((state, count) -> json.name(state.word()).whole(count));
        json.endObject().name("best").startList();
        List<Integer> best = BestVerb.best(results).stream().map(t -> t.trial()).toList();
        best.forEach(json::whole);
        return json.endList().endObject().finish();
    }
}
