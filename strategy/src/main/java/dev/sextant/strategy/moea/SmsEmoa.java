package dev.sextant.strategy.moea;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.numeric.Hypervolume;
import dev.sextant.strategy.pareto.ReferenceDirections;
import dev.sextant.strategy.pareto.UnitRange;
import java.util.Arrays;

/// Makes SMS-EMOA: a [Ranked] population whose last front loses the member that dominates least alone.
///
/// Source: N. Beume, B. Naujoks, M. Emmerich, SMS-EMOA: Multiobjective selection based on dominated hypervolume, Eur. J. Oper. Res.
/// 181(3), 2007. Differs: every front is measured by hypervolume, scaled to its own range; the reference lies as far behind the worst as even
/// directions of that number are apart (H. Ishibuchi et al., How to specify a reference point, Evol. Comp. 26(3), 2018); parents
/// compete; a population that grows.
public final class SmsEmoa implements StrategyFactory {
    /// The most objectives it accepts.
    public static final int MOST_OBJECTIVES = 6;

    @Override
    public String name() {
        return "smsemoa";
    }

    @Override
    public String summary() {
        return "evolves a front for the most hypervolume; two to six objectives; settings: population (20, growing to 100), "
                + "founders (20), crossover_rate (0.9)";
    }

    @Override
    public Strategy create(Problem problem) {
        Rules rules = Rules.growing(problem);
        if (problem.objectives() > MOST_OBJECTIVES) {
            throw new IllegalArgumentException("""
                    Strategy 'smsemoa' works on up to %d objectives; the study has %d.
                    Record some of them only, or use 'nsga3'.""".formatted(MOST_OBJECTIVES, problem.objectives()));
        }
        return new Evolution(problem, rules, new Ranked(rules, Diversity.ofEachFront(SmsEmoa::contributions)));
    }

    private static double[] contributions(double[][] front) {
        double[] reference = new double[front[0].length];
        Arrays.fill(reference, 1 + 1.0 / ReferenceDirections.largest(reference.length, front.length));
        return Hypervolume.contributions(UnitRange.of(front).scale(front), reference);
    }
}
