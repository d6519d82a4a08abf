package dev.sextant.bench.quality;

import dev.sextant.bench.Desks;
import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// One study of trainings that may be stopped early or run in part. What counts is the least loss seen at any step, by how
/// much was trained in all: the unit of a run's results is a twentieth of a full training.
final class CurveRun {
    /// Results of a run for one full training.
    static final int PARTS = 20;

    private final Benchmark.Instance instance;
    private final Run.Key key;
    private final StudyDesk desk;
    private final double[] best;
    private final PriorityQueue<Running> running = new PriorityQueue<>(
            Comparator.comparingDouble(Running::end).thenComparingInt(r -> r.lease().trial()));
    private final ArrayDeque<Integer> idle = new ArrayDeque<>();
    private final Map<Integer, Integer> reached = new HashMap<>();
    private final CpuClock clock = new CpuClock();
    private double now;
    private double trained;
    private double least = Double.POSITIVE_INFINITY;
    private int filled;
    private int asked;

    /// @param end when the trial comes to its next step
    private record Running(double end, int worker, Lease lease) {}

    private CurveRun(Benchmark benchmark, StrategySpec strategy, Run.Key key, int evaluations) {
        this.instance = benchmark.instance(key.seed());
        this.key = key;
        this.best = new double[evaluations];
        var spec = new StudySpec("quality", instance.space(), List.of(new Objective("loss", Objective.Goal.MIN)), List.of(), strategy,
                key.seed(), new Duplicates.Forbid(), Optional.of(new FidelityRange("steps", 1, instance.last())), Optional.empty());
        this.desk = Desks.open(MemoryStore.create(spec, Settings.BY_HAND, Instant.EPOCH));
    }

    static Run of(Benchmark benchmark, StrategySpec strategy, Run.Key key, int evaluations) {
        var run = new CurveRun(benchmark, strategy, key, evaluations);
        try (var _ = run.desk) {
            return run.play();
        }
    }

    private Run play() {
        for (int worker = 0; worker < key.workers(); worker++) {
            ask(worker);
        }
        while (filled < best.length && !running.isEmpty()) {
            var first = running.remove();
            now = first.end();
            if (step(first.lease())) {
                go(first.worker(), first.lease());
            } else {
                idle.add(first.worker());
                for (int count = idle.size(); count > 0; count--) {
                    ask(idle.remove());
                }
            }
        }
        return new Run(key, clock.milliseconds() / Math.max(1, asked), Arrays.copyOf(best, filled));
    }

    private void ask(int worker) {
        var answer = clock.count(() -> desk.ask("w" + worker, Tie.PROCESS));
        switch (answer) {
            case Asked.Given(Lease lease) -> {
                asked++;
                go(worker, lease);
            }
            case Asked.Wait _ -> idle.add(worker);
            case Asked.Over _ -> {}
        }
    }

    private int next(Lease lease) {
        return reached.getOrDefault(lease.trial(), -1) + 1;
    }

    private long length(int step) {
        return instance.steps().get(step) - (step == 0 ? 0 : instance.steps().get(step - 1));
    }

    private void go(int worker, Lease lease) {
        int next = Math.min(next(lease), instance.steps().size() - 1);
        double pace = SextantRun.seconds(key.seed(), lease.trial()) / instance.last();
        running.add(new Running(now + pace * length(next), worker, lease));
    }

    /// The next report of a trial; whether it goes on.
    private boolean step(Lease lease) {
        int index = Math.min(next(lease), instance.steps().size() - 1);
        reached.put(lease.trial(), index);
        long step = instance.steps().get(index);
        double loss = instance.loss().of(lease.configuration(), step);
        count(length(index), loss);
        var metrics = Metrics.of("loss", loss);
        var decision = clock.count(() -> desk.measure(lease.trial(), lease.attempt(), step, metrics));
        boolean isAtEnd = step >= lease.fidelity().orElse(instance.last());
        if (decision == Decision.CONTINUE && !isAtEnd) {
            return true;
        }
        var outcome = switch (decision) {
            case STOP -> new Outcome.Pruned(metrics);
            case PAUSE -> new Outcome.Paused(metrics);
            case CONTINUE -> new Outcome.Completed(metrics);
        };
        clock.count(() -> desk.tell(lease.trial(), lease.attempt(), outcome));
        return false;
    }

    /// What was trained up to this report was spent before its loss was known. The first report comes within the first
    /// result of a run.
    private void count(long length, double loss) {
        trained += (double) length * PARTS / instance.last();
        while (filled < best.length && filled + 1 <= trained) {
            best[filled++] = least - instance.least();
        }
        least = Math.min(least, loss);
    }
}
