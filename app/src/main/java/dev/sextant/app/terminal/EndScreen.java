package dev.sextant.app.terminal;

import dev.sextant.app.terminal.Look.Ink;
import dev.sextant.app.results.NearMiss;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What stands on stdout when a study has ended. Pure.
///
/// @param ending why it ended, one line
/// @param infeasible complete trials that break a limit
/// @param nearest to keeping the limits, if no trial keeps them
/// @param best the best trial, or the trials of the front
/// @param first the first trial that is complete
/// @param commandLine runs the best configuration, to be pasted; empty if the study has no program
/// @param place where everything lies
/// @param goOn the command line with which the study goes on, or why there is none
/// @param home what command lines need to find the study: ` --home FOLDER`, or nothing
public record EndScreen(
        StudySpec spec,
        String ending,
        int complete,
        int pruned,
        int infeasible,
        Optional<NearMiss> nearest,
        List<TrialRecord> best,
        Optional<TrialRecord> first,
        List<TrialRecord> failed,
        Optional<String> commandLine,
        String place,
        String goOn,
        String home) {
    private static final int MOST_OF_FRONT = 10;
    private static final int MOST_REASONS = 5;
    private static final int LAST_LINES = 3;

    public EndScreen {
        best = List.copyOf(best);
        failed = List.copyOf(failed);
    }

    /// The lines, without ends.
    public List<String> render(Look look) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s; %d complete%s%s%s.".formatted(look.paint(Ink.STRONG, spec.name()), ending, complete,
                infeasible == 0 ? "" : ", %d of them beyond a limit".formatted(infeasible),
                pruned == 0 ? "" : ", %d stopped early".formatted(pruned),
                failed.isEmpty() ? "" : ", " + look.paint(Ink.BAD, "%d failed".formatted(failed.size()))));
        lines.add("");
        lines.addAll(spec.objectives().size() == 1 ? winner(look) : front(look));
        lines.addAll(failures(look));
        lines.add("Everything lies in    " + place);
        lines.add("To go on              " + goOn);
        return lines;
    }

    private List<String> winner(Look look) {
        if (best.isEmpty()) {
            return List.of(none("No trial is complete yet."), "");
        }
        var lines = new ArrayList<String>();
        var winner = best.getFirst();
        lines.add(look.paint(Ink.GOOD, "Best") + "  " + values(winner, look) + look.paint(Ink.QUIET, "   trial " + winner.trial())
                + gain(winner));
        winner.configuration().values().forEach((name, value) -> lines.add("      %s = %s".formatted(name, OneLine.of(value.text()))));
        commandLine.ifPresent(line -> {
            lines.add("");
            lines.add("To run it again       " + line);
        });
        lines.add("");
        return lines;
    }

    private String none(String otherwise) {
        return nearest.map(near -> "No trial keeps the limits. The nearest is %s.".formatted(near.text())).orElse(otherwise);
    }

    private String values(TrialRecord trial, Look look) {
        return spec.neededMetrics().stream()
                .map(m -> m + " = " + look.paint(Ink.STRONG, value(trial, m))).collect(Collectors.joining("  "));
    }

    private static String value(TrialRecord trial, String metric) {
        var value = trial.metrics().value(metric);
        return value.isPresent() ? Numbers.text(value.getAsDouble()) : "?";
    }

    /// How much better than the first trial, as a difference and, where that means something, in percent.
    private String gain(TrialRecord winner) {
        var objective = spec.objectives().getFirst();
        if (first.isEmpty() || first.get().trial() == winner.trial()) {
            return "";
        }
        double from = first.get().metrics().value(objective.metric()).orElseThrow();
        double to = winner.metrics().value(objective.metric()).orElseThrow();
        var percent = from != 0 && from * to >= 0 ? ", %+.1f %%".formatted((to - from) / Math.abs(from) * 100) : "";
        return "   (trial %d, the first, had %s%s)".formatted(first.get().trial(), Numbers.text(from), percent);
    }

    private List<String> front(Look look) {
        if (best.isEmpty()) {
            return List.of(none("No trial gave values."), "");
        }
        var lines = new ArrayList<String>();
        lines.add(look.paint(Ink.GOOD, "Front") + " of %d trial%s that no other beats in every objective:".formatted(best.size(), best.size() == 1 ? "" : "s"));
        best.stream().limit(MOST_OF_FRONT).forEach(t ->
                lines.add("  trial %d   %s   %s".formatted(t.trial(), values(t, look), OneLine.of(t.configuration().toString()))));
        if (best.size() > MOST_OF_FRONT) {
            lines.add("  and %d more: sextant best %s%s".formatted(best.size() - MOST_OF_FRONT, spec.name(), home));
        }
        lines.add("");
        return lines;
    }

    private List<String> failures(Look look) {
        if (failed.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(look.paint(Ink.BAD, "Failed"));
        byReason().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<TrialRecord>> e) -> -e.getValue().size()))
                .limit(MOST_REASONS).forEach(e -> lines.addAll(group(e.getKey(), e.getValue(), look)));
        lines.add("  The output of one:  sextant log %s %d%s".formatted(spec.name(), failed.getFirst().trial(), home));
        lines.add("");
        return lines;
    }

    /// How many failed for a reason, and the last lines that one of them printed.
    private static List<String> group(String reason, List<TrialRecord> trials, Look look) {
        var example = trials.getFirst();
        var lines = new ArrayList<String>();
        lines.add("  %4d × %s   %s".formatted(trials.size(), OneLine.of(reason), look.paint(Ink.QUIET, "such as trial %d".formatted(example.trial()))));
        var printed = example.lastLines().lines().filter(line -> !line.isBlank()).toList();
        printed.subList(Math.max(0, printed.size() - LAST_LINES), printed.size())
                .forEach(line -> lines.add("         " + look.paint(Ink.QUIET, "| " + OneLine.of(line))));
        return lines;
    }

    private Map<String, List<TrialRecord>> byReason() {
        Function<TrialRecord, String> reason = TrialRecord::reason;
        return failed.stream().collect(Collectors.groupingBy(reason, LinkedHashMap::new, Collectors.toList()));
    }
}
