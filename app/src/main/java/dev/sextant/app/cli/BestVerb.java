package dev.sextant.app.cli;

import dev.sextant.app.results.Average;
import dev.sextant.app.results.Front;
import dev.sextant.app.results.Results;
import dev.sextant.model.trial.TrialRecord;
import java.time.Instant;
import java.util.List;

/// `best`: the best configuration, or the front where there are several objectives.
final class BestVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("best", "the best configuration, its values, and the command line to paste").words("[STUDY]", 1)
                .flags(Usage.JSON)
                .examples("sextant best", "sextant best lenet --json");
    }

    @Override
    public ExitCode run(Call call) {
        try (var study = Studies.of(call).read(call.word(0))) {
            var results = Results.of(study.view(), Instant.now());
            var best = best(results);
            if (best.isEmpty()) {
                call.err().println("sextant: " + none(results));
                return ExitCode.NOTHING_SUCCEEDED;
            }
            if (call.has(Usage.JSON)) {
                call.out().println(results.hasSeveralObjectives()
                        ? TrialJson.list(study.name(), best) : TrialJson.one(study.name(), best.getFirst(), Average.of(results)));
            } else {
                new BestText(results, call.out()).print(best);
            }
        }
        return ExitCode.DONE;
    }

    /// Why there is no best trial.
    static String none(Results results) {
        return results.nearest().map(near -> "No trial of study '%s' keeps its limits. The nearest is %s.".formatted(results.spec().name(), near.text()))
                .orElseGet(() -> "No trial of study '%s' is complete yet.".formatted(results.spec().name()));
    }

    /// The best trial; with several objectives, those of the front.
    static List<TrialRecord> best(Results results) {
        return results.hasSeveralObjectives() ? Front.of(results).trials() : results.best(results.first()).stream().toList();
    }
}
