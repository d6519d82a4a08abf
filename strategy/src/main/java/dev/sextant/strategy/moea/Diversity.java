package dev.sextant.strategy.moea;

import dev.sextant.strategy.pareto.Fronts;
import java.util.List;

/// How much each member adds to the variety of a population; compared among members of one front only.
interface Diversity {
    /// By index of the member, the larger the worthier.
    ///
    /// @param losses `[n][m]`, of any scale
    /// @param fronts the non-dominated fronts of these losses, the best first
    double[] of(double[][] losses, List<int[]> fronts);

    /// One that looks at each front by itself.
    static Diversity ofEachFront(OfFront measure) {
        return (losses, fronts) -> {
            double[] values = new double[losses.length];
            for (int[] front : fronts) {
                double[] own = measure.of(Fronts.select(losses, front));
                for (int i = 0; i < front.length; i++) {
                    values[front[i]] = own[i];
                }
            }
            return values;
        };
    }

    /// How much each point adds to the variety of one front.
    @FunctionalInterface
    interface OfFront {
        double[] of(double[][] front);
    }
}
