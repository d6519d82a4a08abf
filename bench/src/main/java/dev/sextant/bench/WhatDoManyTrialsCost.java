package dev.sextant.bench;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A study of many trials in many real parameters, in one process with a store in memory: CPU seconds of all asks and tells,
/// and milliseconds for one: on average, in the median, and the longest. The second study counts; the first warms up with a tenth of the trials.
///
///     WhatDoManyTrialsCost STRATEGY PARAMETERS TRIALS OBJECTIVES
final class WhatDoManyTrialsCost {
    private WhatDoManyTrialsCost() {}

    public static void main(String[] args) {
        if (StrategyCatalog.builtIn().all().stream().noneMatch(f -> f.name().equals(args[0]))) {
            return;
        }
        int trials = Integer.parseInt(args[2]);
        var study = study(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[3]));
        costs(study, trials / 10);
        double[] costs = costs(study, trials);
        double sum = Arrays.stream(costs).sum();
        System.out.printf(Locale.ROOT, "sextant,%s,%s parameters,%s objectives,%d trials,%.2f s,%.3f ms,median %.3f ms,most %.1f ms%n", args[0], args[1],
                args[3], trials, sum / 1000, sum / trials, costs[trials / 2], costs[trials - 1]);
    }

    private static StudySpec study(String strategy, int parameters, int objectives) {
        Parameter[] axes = IntStream.range(0, parameters).mapToObj(i -> Space.real("x" + i, 0, 1)).toArray(Parameter[]::new);
        var goals = IntStream.range(0, objectives).mapToObj(i -> new Objective("loss" + i, Objective.Goal.MIN)).toList();
        return new StudySpec("bench", SearchSpace.of(axes), goals, List.of(), StrategySpec.of(strategy), 1, new Duplicates.Forbid(),
                Optional.empty(), Optional.empty());
    }

    /// Milliseconds of each trial, ascending.
    private static double[] costs(StudySpec study, int trials) {
        var costs = new double[trials];
        var threads = ManagementFactory.getThreadMXBean();
        try (var desk = Desks.open(MemoryStore.create(study, Settings.BY_HAND, Instant.EPOCH))) {
            for (int i = 0; i < trials; i++) {
                long start = threads.getCurrentThreadCpuTime();
                askAndTell(desk);
                costs[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        Arrays.sort(costs);
        return costs;
    }

    private static void askAndTell(StudyDesk desk) {
        if (!(desk.ask("bench", Tie.PROCESS) instanceof Asked.Given(Lease lease))) {
            throw new IllegalStateException("The desk of '%s' gave no trial.".formatted(desk.spec().name()));
        }
        desk.tell(lease.trial(), lease.attempt(), new Outcome.Completed(losses(lease.configuration(), desk.spec().objectives().size())));
    }

    /// Bowls around 0.3, and for further objectives around 0.6 and so on.
    private static Metrics losses(Configuration configuration, int objectives) {
        var losses = new LinkedHashMap<String, Double>();
        for (int i = 0; i < objectives; i++) {
            double centre = 0.3 * (i + 1);
            losses.put("loss" + i, configuration.values().values().stream().mapToDouble(WhatDoManyTrialsCost::number)
                    .map(x -> (x - centre) * (x - centre)).sum());
        }
        return new Metrics(losses);
    }

    private static double number(Value value) {
        return value instanceof Value.Real(double number) ? number : Double.NaN;
    }
}
