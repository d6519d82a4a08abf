package dev.sextant.app.cli;

import dev.sextant.app.results.Average;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.terminal.OneLine;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/// Best trials as people read them: values, configuration, the command line to paste.
record BestText(Results results, PrintStream out) {
    /// Prints some trials, one or more.
    void print(List<TrialRecord> best) {
        if (best.size() == 1) {
            print(best.getFirst());
            return;
        }
        out.println("%d trials of study '%s' of which none is beaten in every objective:".formatted(best.size(), results.spec().name()));
        for (var trial : best) {
            out.println("trial %d: %s".formatted(trial.trial(), values(trial)));
            out.println("  " + trial.configuration());
            Pasted.line(results.spec(), trial.trial(), trial.configuration()).ifPresent(line -> out.println("  " + line));
        }
    }

    /// The objectives in their order, whatever the order in which they were told, and the other metrics.
    private String values(TrialRecord trial) {
        return results.spec().metrics().stream()
                .flatMap(m -> trial.metrics().value(m).stream().mapToObj(v -> m + "=" + Figures.number(v)))
                .collect(Collectors.joining(" "));
    }

    private void print(TrialRecord trial) {
        var objective = results.first();
        out.println("Best %s of study '%s': %s (trial %d)".formatted(objective.metric(), results.spec().name(),
                value(trial, objective), trial.trial()));
        int width = trial.configuration().values().keySet().stream().mapToInt(String::length).max().orElse(0);
        trial.configuration().values().forEach((name, value) ->
                out.println("  %s  %s".formatted(name + " ".repeat(width - name.length()), OneLine.of(value.text()))));
        var others = trial.metrics().values().keySet().stream().filter(m -> !m.equals(objective.metric())).toList();
        others.forEach(m -> out.println("  (%s %s)".formatted(m, Figures.number(trial.metrics().value(m).orElseThrow()))));
        Pasted.line(results.spec(), trial.trial(), trial.configuration()).ifPresent(line -> out.println("To run it by hand:\n  " + line));
        Average.of(results).ifPresent(average -> print(average, trial));
    }

    private void print(Average average, TrialRecord best) {
        var same = average.trial().trial() == best.trial();
        out.println("Results scatter by ±%s around what a model expects; %s is best on average, with %s ± %s from %s.".formatted(Figures.number(average.deviation()),
                same ? "this trial" : "trial " + average.trial().trial(), Figures.number(average.value()), Figures.number(average.error()),
                Figures.count(average.results(), "result")));
        if (!same) {
            out.println("  " + average.trial().configuration());
        }
    }

    private static String value(TrialRecord trial, Objective objective) {
        return Figures.number(Results.value(trial, objective).orElseThrow());
    }
}
