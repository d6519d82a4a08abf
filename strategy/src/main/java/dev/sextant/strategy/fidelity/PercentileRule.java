package dev.sextant.strategy.fidelity;

import dev.sextant.model.trial.Decision;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.StoppingRuleFactory;
import dev.sextant.strategy.pareto.ParetoOrder;
import dev.sextant.strategy.settings.Knobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Stops a trial that is not among the best so many percent of those that have come as far.
///
/// Trials are compared at the step of the report: each by the best loss that it had reported up to there, or, with several
/// objectives, by its last losses up to there, ranked by fronts and hypervolume. Nobody is stopped before so many others
/// have come as far, within the first steps, or at the end of the fidelity, where nothing would be saved. Ties are in
/// favour of the trial. Cost of a report: O(n·log n) for the n newest trials that have come as far, at most [#MEMORY], or
/// [#SHORT_MEMORY] with several objectives.
///
/// Source: D. Golovin et al., Google Vizier, KDD 2017, section 3.2.2 (the median of running averages). Differs: the best
/// so far is compared, as Optuna does, but of all trials that came as far and not of the complete ones alone.
public final class PercentileRule implements StoppingRule {
    private static final int MEMORY = 2_000;
    private static final int SHORT_MEMORY = 200;

    private final Setup setup;
    private final long last;
    private final int memory;
    private final SequencedMap<Integer, Curve> curves = new LinkedHashMap<>();

    /// When the rule stops.
    ///
    /// @param percent of the trials that go on
    /// @param startup others that must have come as far, at least 1
    /// @param warmup steps in which nobody is stopped
    record Setup(int percent, int startup, int warmup) {}

    PercentileRule(Problem problem, Setup setup) {
        this.setup = setup;
        this.last = problem.fidelity().map(range -> range.max()).orElse(Long.MAX_VALUE);
        this.memory = problem.objectives() == 1 ? MEMORY : SHORT_MEMORY;
    }

    @Override
    public Decision decide(Observation.Measured report) {
        long step = report.step();
        if (step <= setup.warmup() || step >= last) {
            return Decision.CONTINUE;
        }
        List<double[]> all = new ArrayList<>();
        double[] losses = ParetoOrder.toArray(report.losses());
        var own = curves.get(report.trial());
        all.add(own == null ? losses : own.with(step, losses));
        curves.reversed().forEach((trial, curve) -> {
            if (trial != report.trial() && all.size() <= memory && curve.reaches(step)) {
                all.add(curve.at(step));
            }
        });
        return all.size() <= setup.startup() || isAmongTheBest(all) ? Decision.CONTINUE : Decision.STOP;
    }

    /// Whether the first of some results is.
    private boolean isAmongTheBest(List<double[]> all) {
        int places = Math.max(1, (int) ((all.size() * (long) setup.percent() + 99) / 100));
        for (int index : ParetoOrder.best(all.toArray(double[][]::new), places)) {
            if (index == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Measured(int trial, long step, var losses, _)) {
            curves.computeIfAbsent(trial, _ -> new Curve()).add(step, ParetoOrder.toArray(losses));
        }
    }

    private static Setup setup(Knobs knobs, int percent) {
        return new Setup(percent, knobs.whole("startup", 5, 1, 1_000_000), knobs.whole("warmup", 0, 0, Integer.MAX_VALUE));
    }

    /// Makes the rule that lets the better half go on.
    public static final class Median implements StoppingRuleFactory {
        @Override
        public String name() {
            return "median";
        }

        @Override
        public String summary() {
            return "stops a trial that is worse than half of those that came as far; settings: startup (5), warmup (0)";
        }

        @Override
        public StoppingRule create(Problem problem) {
            var knobs = Knobs.ofRule(problem.settings());
            var setup = setup(knobs, 50);
            knobs.noOthers();
            return new PercentileRule(problem, setup);
        }
    }

    /// Makes the rule with a percentage of the user's.
    public static final class Percentile implements StoppingRuleFactory {
        @Override
        public String name() {
            return "percentile";
        }

        @Override
        public String summary() {
            return "stops a trial that is not among the best percent of those that came as far; settings: percent (25), startup (5), warmup (0)";
        }

        @Override
        public StoppingRule create(Problem problem) {
            var knobs = Knobs.ofRule(problem.settings());
            var setup = setup(knobs, knobs.whole("percent", 25, 1, 99));
            knobs.noOthers();
            return new PercentileRule(problem, setup);
        }
    }
}
