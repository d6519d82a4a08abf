package dev.sextant.app.cli;

import dev.sextant.app.results.Results;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.StudySpec;
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
        var spec = results.spec();
        line(out, "study", study.name() + (study.isHeld().getAsBoolean() ? " (running)" : ""));
        line(out, "objective", spec.objectives().stream().map(ShowVerb::text).collect(Collectors.joining(", ")));
        line(out, "strategy", "%s, seed %d".formatted(spec.strategy().name(), spec.seed()));
        spec.program().map(Program::command).ifPresent(c -> line(out, "command", Pasted.line(c)));
        line(out, "budget", SettingsText.budget(study.view().settings().budget()));
        line(out, "trials", results.trials().isEmpty() ? "none yet" : counts(results.counts()));
        line(out, "folder", study.folder().toString());
        out.println("space");
        space(out, spec);
        var best = BestVerb.best(results);
        if (!best.isEmpty()) {
            new BestText(results, out).print(best);
        }
    }

    private static void space(PrintStream out, StudySpec spec) {
        for (var parameter : spec.space().parameters()) {
            out.println("  %-12s %s%s%s".formatted(parameter.name(), parameter.domain().allowed(),
                    parameter.standard().map(v -> ", default " + v.text()).orElse(""),
                    parameter.condition().map(c -> ", if " + c).orElse("")));
        }
        spec.space().constraints().forEach(c -> out.println("  require      " + c));
    }

    private static String text(Objective objective) {
        return objective.metric() + ":" + objective.goalWord();
    }

    private static String counts(Map<TrialState, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey().word()).collect(Collectors.joining(", "));
    }

    private static void line(PrintStream out, String what, String value) {
        out.println("%-12s %s".formatted(what, value));
    }

    private static String json(StudyReading study, Results results) {
        var json = new JsonWriter().startObject().name("study").text(study.name());
        json.name("state").text(study.isHeld().getAsBoolean() ? "running" : "idle");
        json.name("folder").text(study.folder().toString()).name("seed").whole(results.spec().seed());
        json.name("strategy").text(results.spec().strategy().name());
        json.name("objectives").startList();
        results.spec().objectives().forEach(o -> json.startObject().name("metric").text(o.metric())
                .name("goal").text(o.goalWord()).endObject());
        json.endList().name("counts").startObject();
        results.counts().forEach((state, count) -> json.name(state.word()).whole(count));
        json.endObject().name("best").startList();
        List<Integer> best = BestVerb.best(results).stream().map(t -> t.trial()).toList();
        best.forEach(json::whole);
        return json.endList().endObject().finish();
    }
}
