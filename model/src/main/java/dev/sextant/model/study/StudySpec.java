package dev.sextant.model.study;

import dev.sextant.model.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a study is; the same for as long as it lives, unless it evolves.
///
/// @param objectives at least one, of distinct metrics
/// @param recorded further metrics that are kept but not optimised; every limited one is among them or an objective
/// @param limits   that the outcome of a trial should keep
/// @param seed the only source of randomness of the study
/// @param stopping the rule that stops trials early, and its settings; empty if none is
/// @param program empty for studies that are asked and told by hand
/// @param warmStart the names of earlier studies, distinct, whose results are evidence for this one from the start
public record StudySpec(
        String name,
        SearchSpace space,
        List<Objective> objectives,
        List<String> recorded,
        List<OutcomeLimit> limits,
        StrategySpec strategy,
        long seed,
        Duplicates duplicates,
        Optional<FidelityRange> fidelity,
        Optional<StrategySpec> stopping,
        Optional<Program> program,
        List<String> warmStart) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public StudySpec {
        checkName(name);
        objectives = List.copyOf(objectives);
        limits = List.copyOf(limits);
        recorded = withLimited(objectives, recorded, limits);
        warmStart = List.copyOf(warmStart);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("Study '%s' needs at least one objective.".formatted(name));
        }
        var metrics = new HashSet<String>();
        for (var metric : metricNames(objectives, recorded)) {
            if (!metrics.add(metric)) {
                throw new IllegalArgumentException("Study '%s': the metric '%s' is named twice.".formatted(name, metric));
            }
        }
    }

    /// A study without limits that runs every trial to its end and starts from nothing.
    public StudySpec(String name, SearchSpace space, List<Objective> objectives, List<String> recorded, StrategySpec strategy, long seed,
            Duplicates duplicates, Optional<FidelityRange> fidelity, Optional<Program> program) {
        this(name, space, objectives, recorded, List.of(), strategy, seed, duplicates, fidelity, Optional.empty(), program, List.of());
    }

    /// Refuses what cannot be the name of a study.
    ///
    /// @throws IllegalArgumentException if a study cannot be called so
    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("""
                    '%s' is not a study name.
                    A name has 1 to 100 letters, digits, points, - or _, and starts with a letter or digit.""".formatted(name));
        }
    }

    private static List<String> metricNames(List<Objective> objectives, List<String> recorded) {
        var names = new ArrayList<String>(objectives.size() + recorded.size());
        objectives.forEach(objective -> names.add(objective.metric()));
        names.addAll(recorded);
        return names;
    }

    private static List<String> withLimited(List<Objective> objectives, List<String> recorded, List<OutcomeLimit> limits) {
        var all = new ArrayList<>(recorded);
        for (var limit : limits) {
            if (!all.contains(limit.metric()) && objectives.stream().noneMatch(o -> o.metric().equals(limit.metric()))) {
                all.add(limit.metric());
            }
        }
        return List.copyOf(all);
    }

    /// How far metrics are beyond each limit, see [OutcomeLimit#excess]; empty if there are no limits, or not all their values.
    ///
    /// @param metrics the value of a metric by its name
    public List<Double> excesses(Function<String, OptionalDouble> metrics) {
        return OutcomeLimit.excesses(limits, metrics).orElse(List.of());
    }

    /// By how much metrics break the limits, see [OutcomeLimit#violation]; 0 as far as that is not known.
    public double violation(Function<String, OptionalDouble> metrics) {
        return OutcomeLimit.violation(excesses(metrics));
    }

    /// The metrics without which a trial is not complete: those of the objectives, then other limited ones.
    public List<String> neededMetrics() {
        return Stream.concat(objectives.stream().map(Objective::metric), limits.stream().map(OutcomeLimit::metric)).distinct().toList();
    }

    /// The metrics that are read from the program: those of the objectives, then the recorded ones.
    public List<String> metrics() {
        return metricNames(objectives, recorded);
    }

    public StudySpec named(String other) {
        return new StudySpec(other, space, objectives, recorded, limits, strategy, seed, duplicates, fidelity, stopping, program, warmStart);
    }

    /// This study with another program.
    public StudySpec running(Program other) {
        return new StudySpec(name, space, objectives, recorded, limits, strategy, seed, duplicates, fidelity, stopping, Optional.of(other), warmStart);
    }

    /// This study in another space.
    public StudySpec within(SearchSpace other) {
        return new StudySpec(name, other, objectives, recorded, limits, strategy, seed, duplicates, fidelity, stopping, program, warmStart);
    }
}
