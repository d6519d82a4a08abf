package dev.sextant.strategy.pareto;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// An order of results with several losses: by non-dominated front, and within a front by hypervolume.
///
/// Within a front the first is the one that dominates the most, and each next one adds the most hypervolume to those before it; so the
/// best few of a front are spread over it. Each front is scaled to its own range, with the reference a tenth behind its worst.
/// With one objective it is the order of the losses. Ties go to the earlier. Losses of any finite size are harmless.
///
/// Source: Y. Ozaki et al., Multiobjective tree-structured Parzen estimator, J. Artif. Intell. Res. 73, 2022, section 4.1 (the split).
public final class ParetoOrder {
    private ParetoOrder() {}

    /// The indices of the best `count`, the best first.
    ///
    /// @param losses `[n][m]`, may be empty
    public static int[] best(double[][] losses, int count) {
        return losses.length > 0 && losses[0].length == 1 ? bestOfOne(losses, count) : bestOfSeveral(losses, count);
    }

    /// The same of losses as observations bring them.
    public static int[] best(List<List<Double>> losses, int count) {
        return best(losses.stream().map(ParetoOrder::toArray).toArray(double[][]::new), count);
    }

    /// The losses of one observation.
    public static double[] toArray(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] bestOfOne(double[][] losses, int count) {
        return IntStream.range(0, losses.length).boxed()
                .sorted((a, b) -> losses[a][0] < losses[b][0] ? -1 : losses[a][0] > losses[b][0] ? 1 : 0)
                .limit(count).mapToInt(Integer::intValue).toArray();
    }

    private static int[] bestOfSeveral(double[][] losses, int count) {
        int[] best = new int[Math.min(count, losses.length)];
        int filled = 0;
        for (int[] front : Fronts.of(losses)) {
            if (filled == best.length) {
                break;
            }
            int[] picks = HypervolumeSubset.pick(Fronts.select(losses, front), best.length - filled);
            for (int pick : picks) {
                best[filled++] = front[pick];
            }
        }
        return Arrays.copyOf(best, filled);
    }
}
