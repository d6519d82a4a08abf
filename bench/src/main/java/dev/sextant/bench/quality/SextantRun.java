package dev.sextant.bench.quality;

import dev.sextant.bench.Desks;
import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.strategy.Streams;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// One study of one of our strategies, through the desk that every user's study goes through: the defaults first (here the
/// middle of the space), no duplicates. Workers end their trials in virtual time, so that nobody waits.
final class SextantRun {
    private final Benchmark.Instance instance;
    private final Run.Key key;
    private final StudyDesk desk;
    private final double[] best;
    private final PriorityQueue<Running> running = new PriorityQueue<>(
            Comparator.comparingDouble(Running::end).thenComparingInt(r -> r.lease().trial()));
    private final ArrayDeque<Integer> idle = new ArrayDeque<>();
    private final List<List<Double>> found = new ArrayList<>();
    private final CpuClock clock = new CpuClock();
    private double now;
    private int results;

    private record Running(double end, int worker, Lease lease) {}

    private SextantRun(Benchmark benchmark, StrategySpec strategy, Run.Key key, int evaluations) {
        this.instance = benchmark.instance(key.seed());
        this.key = key;
        this.best = new double[evaluations];
        var spec = new StudySpec("quality", instance.space(), objectives(instance), List.of(), strategy,
                key.seed(), new Duplicates.Forbid(), Optional.empty(), Optional.empty());
        this.desk = Desks.open(MemoryStore.create(spec, Settings.BY_HAND, Instant.EPOCH));
    }

    /// Runs a study to the end.
    ///
    /// @param evaluations how many results, at most: fewer where the strategy is exhausted
    static Run of(Benchmark benchmark, StrategySpec strategy, Run.Key key, int evaluations) {
        var run = new SextantRun(benchmark, strategy, key, evaluations);
        try (var _ = run.desk) {
            return run.play();
        }
    }

    private Run play() {
        for (int worker = 0; worker < key.workers(); worker++) {
            ask(worker);
        }
        while (results < best.length && !running.isEmpty()) {
            var first = running.remove();
            now = first.end();
            tell(first.lease());
            idle.add(first.worker());
            for (int count = idle.size(); count > 0 && results < best.length; count--) {
                ask(idle.remove());
            }
        }
        return new Run(key, clock.milliseconds() / Math.max(1, results), Arrays.copyOf(best, results));
    }

    private void ask(int worker) {
        var answer = clock.count(() -> desk.ask("w" + worker, Tie.PROCESS));
        switch (answer) {
            case Asked.Given(Lease lease) -> running.add(new Running(now + seconds(key.seed(), lease.trial()), worker, lease));
            case Asked.Wait _ -> idle.add(worker);
            case Asked.Over _ -> {}
        }
    }

    private static List<Objective> objectives(Benchmark.Instance instance) {
        int count = instance.front().map(f -> f.reference().size()).orElse(1);
        return IntStream.range(0, count).mapToObj(i -> new Objective("loss" + i, Objective.Goal.MIN)).toList();
    }

    private void tell(Lease lease) {
        var losses = instance.losses(lease.configuration());
        found.add(losses);
        best[results++] = instance.reached(found);
        clock.count(() -> desk.tell(lease.trial(), lease.attempt(), outcome(losses)));
    }

    private static Outcome outcome(List<Double> losses) {
        if (losses.contains(Double.NaN)) {
            return Outcome.Failed.because("crashed");
        }
        var metrics = new LinkedHashMap<String, Double>();
        losses.forEach(loss -> metrics.put("loss" + metrics.size(), loss));
        return new Outcome.Completed(new Metrics(metrics));
    }

    /// How long a trial takes: log-normal, with a median of 1 and a spread of a factor of 1.65.
    static double seconds(long seed, int trial) {
        return Math.exp(0.5 * Streams.of(seed, "seconds " + trial).nextGaussian());
    }
}
