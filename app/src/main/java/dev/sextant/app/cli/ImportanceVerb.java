package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyImportance.Wanted;
import dev.sextant.app.results.StudyImportance;
import dev.sextant.strategy.insight.Method;
import dev.sextant.strategy.insight.Weight;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/// `importance`: which parameters mattered.
final class ImportanceVerb implements Verb {
    private static final Flag METHOD = Flag.of("--method", "METHOD", "ped-anova (default) or fanova, which shows pairs too")
            .oneOf(Method.words());
    private static final Flag METRIC = Flag.of("--metric", "NAME", "for which metric (default: the first objective)");
    private static final Flag TOP = Flag.of("--top", "SHARE", "the best trials that ped-anova looks at (default 0.1)");
    private static final int WIDEST_BAR = 24;
    private static final int MOST_PAIRS = 10;

    @Override
    public Usage usage() {
        return Usage.of("importance", "which parameters mattered, and how sure that is").words("[STUDY]", 1)
                .flags(METHOD, METRIC, TOP, Usage.JSON)
                .examples("sextant importance lenet", "sextant importance lenet --method fanova --metric latency");
    }

    @Override
    public ExitCode run(Call call) {
        try (var study = Studies.of(call).read(call.word(0))) {
            var measured = measure(call, Results.of(study.view(), Instant.now()));
            if (call.has(Usage.JSON)) {
                var json = new JsonWriter().startObject();
                ImportanceJson.write(measured, json);
                call.out().println(json.endObject().finish());
            } else {
                print(call, measured);
            }
        }
        return ExitCode.DONE;
    }

    private static StudyImportance measure(Call call, Results results) {
        try {
            var method = call.value(METHOD).map(Wanted::method).orElse(Method.PED_ANOVA);
            return StudyImportance.of(results, new Wanted(method, call.value(METRIC), top(call)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("importance: " + wrong.getMessage());
        }
    }

    private static OptionalDouble top(Call call) {
        try {
            return call.value(TOP).map(given -> OptionalDouble.of(Double.parseDouble(given))).orElse(OptionalDouble.empty());
        } catch (NumberFormatException _) {
            throw new UsageException("importance: --top is a share above 0 and below 1, not '%s'.".formatted(call.value(TOP).orElse("")));
        }
    }

    private static void print(Call call, StudyImportance measured) {
        var importance = measured.importance();
        call.out().println("%s of study '%s', %s: %s".formatted(measured.objective().metric(), measured.study(),
                importance.method().word(), what(measured)));
        table(call, "parameter", importance.parameters());
        var pairs = importance.pairs().stream().filter(weight -> weight.share() > 0).limit(MOST_PAIRS).toList();
        if (!pairs.isEmpty()) {
            call.out().println("\nTwo together, beyond what each explains alone:");
            table(call, "parameters", pairs);
        }
    }

    private static String what(StudyImportance measured) {
        var trials = Figures.count(measured.importance().trials(), "trial");
        return measured.top().isPresent()
                ? "what sets the best %s of %s apart".formatted(Figures.percent(measured.top().getAsDouble()), trials)
                : "share of the variance over the space, from " + trials;
    }

    private static void table(Call call, String head, List<Weight> weights) {
        double most = weights.stream().mapToDouble(Weight::share).max().orElse(1);
        var table = new Table(List.of(head, "share", "95 % interval", ""));
        for (var weight : weights) {
            int bar = most > 0 ? (int) Math.round(WIDEST_BAR * weight.share() / most) : 0;
            table.row(List.of(String.join(" × ", weight.parameters()), Figures.percent(weight.share()),
                    "%s to %s".formatted(Figures.percent(weight.low()), Figures.percent(weight.high())), "█".repeat(bar)));
        }
        table.print(call.out());
    }
}
