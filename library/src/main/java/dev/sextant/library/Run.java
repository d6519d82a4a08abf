package dev.sextant.library;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One run of a search: a desk in memory, and as many threads as may work at once.
final class Run {
    private static final String METRIC = "value";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Search search;
    private final Objective objective;
    private final Function function;
    private final StudyDesk desk;

    Run(Search search, Objective.Goal goal, Function function) {
        this.search = search;
        this.objective = new Objective(METRIC, goal);
        this.function = function;
        var spec = new StudySpec("search", search.space(), List.of(objective), List.of(), search.limits(), search.strategy(), search.seed(),
                new Duplicates.Forbid(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        var factory = StrategyCatalog.load().find(search.strategy().name());
        var clock = InstantSource.system();
        var store = MemoryStore.create(spec, Settings.STANDARD.with(search.budget()), clock.instant());
        this.desk = StudyDesk.open(store, factory.create(Problem.of(spec)), factory.startsWithDefaults(),
                StoppingRule.NEVER, clock);
    }

    Best run() {
        try (desk; var threads = Executors.newFixedThreadPool(search.atOnce())) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < search.atOnce(); i++) {
                workers.add(threads.submit(this::work));
            }
            for (var worker : workers) {
                worker.get();
            }
            return best();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoResultException("The search was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The search broke: " + e.getCause(), e);
        }
    }

    private Void work() throws InterruptedException {
        while (true) {
            long seen = desk.progress().events();
            switch (desk.ask(Thread.currentThread().getName(), Tie.PROCESS)) {
                case Asked.Given(Lease lease) -> desk.tell(lease.trial(), lease.attempt(), outcome(lease));
                case Asked.Wait _ -> desk.await(seen, LOOK_AGAIN);
                case Asked.Over _ -> {
                    return null;
                }
            }
        }
    }

    private Outcome outcome(Lease lease) {
        try {
            var point = new Point(lease.trial(), search.space(), lease.configuration(), (s, v) -> goesOn(lease, s, v));
            double value = function.at(point);
            return outcome(value, point.figures());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Returned("interrupted");
        } catch (Exception e) {
            return Outcome.Failed.because(e.toString());
        }
    }

    private Outcome outcome(double value, SequencedMap<String, Double> figures) {
        var values = new LinkedHashMap<>(figures);
        values.putFirst(METRIC, value);
        for (var metric : desk.spec().neededMetrics()) {
            double given = values.getOrDefault(metric, Double.NaN);
            if (!Double.isFinite(given)) {
                return Outcome.Failed.because(values.containsKey(metric) ? "the %s is %s".formatted(metric, given) : "no value for %s".formatted(metric));
            }
        }
        values.values().removeIf(figure -> !Double.isFinite(figure));
        return new Outcome.Completed(new Metrics(values));
    }

    private boolean goesOn(Lease lease, long step, double value) {
        return !Double.isFinite(value)
                || desk.measure(lease.trial(), lease.attempt(), step, Metrics.of(METRIC, value)) == Decision.CONTINUE;
    }

    private Best best() {
        var trials = new ArrayList<TrialRecord>();
        desk.view().trials(trials::add);
        if (desk.best().isEmpty() && trials.stream().anyMatch(trial -> trial.state() == TrialState.COMPLETE)) {
            throw new NoResultException("None of %d trials keeps the limits: %s.".formatted(trials.size(), search.limits()));
        }
        if (desk.best().isEmpty()) {
            throw new NoResultException("None of %d trials gave a value. The last one failed: %s."
                    .formatted(trials.size(), trials.isEmpty() ? "there was none" : trials.getLast().reason()));
        }
        var best = trials.get(desk.best().getFirst());
        return new Best(best.metrics().value(METRIC).orElseThrow(), best.configuration(), trials);
    }
}
