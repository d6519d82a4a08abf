package dev.sextant.run.figure;

import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program.Take;
import dev.sextant.model.trial.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a trial has measured so far: one value for each metric, chosen from all it printed.
///
/// `last` takes what was printed last, whatever it is. `best`, `min`, `max` pass over NaN, as it is no value; `mean` of values
/// with a NaN is NaN. `best` is by the goal of an objective, and the last value for a metric that is only recorded.
/// A few bytes a metric. Not thread-safe.
public final class Tally {
    private final List<Objective> objectives;
    private final Take take;
    private final SequencedMap<String, Taken> taken = new LinkedHashMap<>();

    /// Nothing measured yet.
    ///
    /// @param recorded metrics that may be missing in the end
    public Tally(List<Objective> objectives, List<String> recorded, Take take) {
        this.objectives = List.copyOf(objectives);
        this.take = take;
        objectives.forEach(objective -> taken.put(objective.metric(), new Taken(0, 0, 0)));
        recorded.forEach(metric -> taken.put(metric, new Taken(0, 0, 0)));
    }

    /// Adds what one line said; names that are no metric of the study are passed over.
    public void add(Reading reading) {
        reading.values().forEach((metric, value) -> taken.computeIfPresent(metric, (_, before) -> before.and(value, take(metric))));
    }

    /// Takes values that beat whatever was printed.
    public void override(Reading reading) {
        reading.values().forEach((metric, value) -> taken.computeIfPresent(metric, (_, _) -> new Taken(value, value, 1)));
    }

    /// The values that count, so far as there are any and they are finite; recorded metrics included.
    public Metrics metrics() {
        var values = new LinkedHashMap<String, Double>();
        taken.forEach((metric, value) -> {
            if (value.count() > 0 && Double.isFinite(value.value(take))) {
                values.put(metric, value.value(take));
            }
        });
        return new Metrics(values);
    }

    /// Why a metric has no value, as a reason for failure; empty if all have one.
    ///
    /// @param needed the metrics that must have one
    public Optional<String> lack(List<String> needed) {
        var measured = metrics();
        return needed.stream().filter(metric -> measured.value(metric).isEmpty()).findFirst().map(this::lackOf);
    }

    private String lackOf(String metric) {
        var value = taken.getOrDefault(metric, new Taken(0, 0, 0));
        return value.count() == 0 ? "no value for %s".formatted(metric)
                : "%s is %s, which is not a number to compare".formatted(metric, word(value.value(take)));
    }

    private static String word(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
    }

    private Take take(String metric) {
        if (take != Take.BEST) {
            return take;
        }
        return objectives.stream().filter(objective -> objective.metric().equals(metric)).findFirst()
                .map(objective -> objective.goal() == Objective.Goal.MIN ? Take.MIN : Take.MAX).orElse(Take.LAST);
    }

    /// @param value the one chosen so far
    /// @param sum of all, for the mean
    private record Taken(double value, double sum, long count) {
        Taken and(double next, Take take) {
            return new Taken(choose(next, take), sum + next, count + 1);
        }

        private double choose(double next, Take take) {
            if (count == 0 || take == Take.LAST || take == Take.MEAN) {
                return next;
            }
            if (Double.isNaN(value) || Double.isNaN(next)) {
                return Double.isNaN(next) ? value : next;
            }
            return take == Take.MIN ? Math.min(value, next) : Math.max(value, next);
        }

        double value(Take take) {
            return take == Take.MEAN ? sum / count : value;
        }
    }
}
