package dev.sextant.strategy.fidelity;

import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.trial.Decision;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.StoppingRuleFactory;
import dev.sextant.strategy.pareto.ParetoOrder;
import dev.sextant.strategy.settings.Knobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The stopping form of asynchronous successive halving: a trial that reaches a level goes on if it is among the best
/// `1/eta` of those that have reached it before, itself included, and is stopped for good otherwise.
///
/// The first at each level goes on. Without a fidelity of the study the levels are `min·eta^k` without end. Cost of a
/// report that reaches a level: O(n·log n) for the n trials that have reached it; of any other O(1).
///
/// Source: L. Li et al., A system for massively parallel hyperparameter tuning, MLSys 2020; the stopping form is that of Ray
/// Tune's scheduler. Differs: several objectives are ranked by fronts and hypervolume.
public final class AshaRule implements StoppingRule {
    private static final int LEVELS_WITHOUT_END = 40;

    private final Levels levels;
    private final boolean hasTop;
    private final int eta;
    private final Map<Integer, SequencedMap<Integer, double[]>> results = new HashMap<>();

    private AshaRule(Levels levels, boolean hasTop, int eta) {
        this.levels = levels;
        this.hasTop = hasTop;
        this.eta = eta;
    }

    @Override
    public Decision decide(Observation.Measured report) {
        var level = levels.reached(report.step());
        if (level.isEmpty() || (hasTop && level.getAsInt() == levels.top())) {
            return Decision.CONTINUE;
        }
        var there = at(level.getAsInt());
        return there.containsKey(report.trial()) || isAmongTheBest(ParetoOrder.toArray(report.losses()), there)
                ? Decision.CONTINUE : Decision.STOP;
    }

    private SequencedMap<Integer, double[]> at(int level) {
        return results.computeIfAbsent(level, _ -> new LinkedHashMap<>());
    }

    private boolean isAmongTheBest(double[] losses, SequencedMap<Integer, double[]> others) {
        List<double[]> all = new ArrayList<>();
        all.add(losses);
        all.addAll(others.values());
        for (int index : ParetoOrder.best(all.toArray(double[][]::new), Math.max(1, all.size() / eta))) {
            if (index == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Measured(int trial, long step, var losses, _)) {
            levels.reached(step).ifPresent(level -> at(level).putIfAbsent(trial, ParetoOrder.toArray(losses)));
        }
    }

    /// Makes the rule.
    public static final class Factory implements StoppingRuleFactory {
        @Override
        public String name() {
            return "asha";
        }

        @Override
        public String summary() {
            return "stops a trial at min, min·eta, min·eta², … unless it is among the best 1/eta there; settings: eta (3), min (1)";
        }

        @Override
        public StoppingRule create(Problem problem) {
            var knobs = Knobs.ofRule(problem.settings());
            int eta = knobs.whole("eta", 3, 2, 1_000);
            int min = knobs.whole("min", 1, 1, Integer.MAX_VALUE);
            knobs.noOthers();
            return problem.fidelity().map(range -> new AshaRule(Levels.of(from(range, min), eta), true, eta))
                    .orElseGet(() -> new AshaRule(Levels.up(min, eta, LEVELS_WITHOUT_END), false, eta));
        }

        private static FidelityRange from(FidelityRange range, int min) {
            return min <= range.min() ? range : new FidelityRange(range.name(), Math.min(min, range.max()), range.max());
        }
    }
}
