package dev.sextant.strategy.bayes;

import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.bayes.Results.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What is known of the limits of a study: a Gaussian process for each, over the results of which the excesses are known. Not thread-safe.
///
/// Source: as [Odds]; B. Letham et al., Constrained Bayesian optimization with noisy experiments, Bayesian Analysis 14(2), 2019, for limits as
/// independent processes.
final class Feasibility {
    private static final int LEAST = 2;
    /// Above every target, which is a standardised number.
    private static final double BROKEN = 1e9;

    private final Axes axes;
    private final Results judged;
    private final List<Excess> limits;
    private final List<Model> models;

    /// @param limits how many
    Feasibility(Axes axes, int limits, Work work) {
        this.axes = axes;
        this.judged = new Results(axes);
        this.limits = IntStream.range(0, limits).mapToObj(Excess::new).toList();
        this.models = this.limits.stream().map(limit -> new Model(limit, new Memories(axes), work)).toList();
        models.forEach(model -> judged.beforeRewrite(model::settle));
    }

    /// Whether a result is known to break a limit.
    static boolean isBroken(Known result) {
        return violation(result) > 0;
    }

    private static double violation(Known result) {
        return OutcomeLimit.violation(result.excesses());
    }

    /// The best fitted mean of a result that breaks no limit; empty if there is none.
    static OptionalDouble best(List<Known> rows, double[] means) {
        return rows.stream().anyMatch(row -> !isBroken(row))
                ? IntStream.range(0, means.length).filter(i -> !isBroken(rows.get(i))).mapToDouble(i -> means[i]).min()
                : OptionalDouble.empty();
    }

    /// Targets in whose order feasibility comes first.
    static double[] first(List<Known> rows, double[] targets) {
        double[] ordered = targets.clone();
        for (int i = 0; i < ordered.length; i++) {
            double violation = violation(rows.get(i));
            ordered[i] = violation > 0 ? BROKEN * (1 + violation / (1 + violation)) : targets[i];
        }
        return ordered;
    }

    void tell(Observation observation) {
        if (!limits.isEmpty() && axes.count() > 0) {
            judged.tell(judgement(observation));
            if (judged.all().told() >= LEAST) {
                models.forEach(model -> model.tell(judged.all()));
            }
        }
    }

    /// A result that says nothing of the limits is none here.
    private static Observation judgement(Observation observation) {
        return switch (observation) {
            case Observation.Completed(int trial, _, var excesses) when excesses.isEmpty() -> new Observation.Dropped(trial);
            case Observation.Pruned(int trial, _, var excesses) when excesses.isEmpty() -> new Observation.Dropped(trial);
            case Observation.Failed(int trial) -> new Observation.Dropped(trial);
            case Observation.Completed _, Observation.Pruned _, Observation.Proposed _, Observation.Measured _, Observation.Dropped _,
                    Observation.Paused _, Observation.Repeated _ -> observation;
        };
    }

    /// The odds that follow from all results, and from the pending trials as if they came out as expected.
    Odds odds() {
        if (judged.ended().size() < LEAST) {
            return Odds.CERTAIN;
        }
        List<Known> pending = judged.pending();
        List<Odds.Border> borders = new ArrayList<>();
        for (Excess limit : limits) {
            Model model = models.get(limit.limit());
            Posterior posterior = model.of(judged.all());
            Excess.Scaled scaled = Excess.scaled(model.rows(judged.all()).stream().mapToDouble(row -> row.excesses().get(limit.limit())).toArray());
            posterior.explain(scaled.values());
            borders.add(new Odds.Border(Odds.Kind.LIMIT, posterior.with(pending), scaled.border()));
        }
        return new Odds(borders);
    }
}
