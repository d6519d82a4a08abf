package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.ParetoOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One of several losses of trials that have them, as numbers that a Gaussian process can explain.
///
/// Losses keep their distances, for a volume is made of them, as far as the front reaches and the median of all; how far beyond a loss lies counts as the
/// logarithm of a logarithm, so that outliers do not bend the model. Then all are shifted and scaled to mean 0 and variance 1.
///
/// @param number from 0
record Objective(int number) implements Quantity {
    @Override
    public List<Rank> ofFit(int told, List<Known> rows) {
        Range range = range(losses(rows));
        return rows.stream().map(row -> new Rank(row.rank().tier(), range.number(row.losses().get(number)))).toList();
    }

    /// @param width above 0
    private record Range(double best, double width) {
        /// 0 to 1 within.
        double number(double loss) {
            double share = loss / width - best / width;
            return share <= 1 ? share : 1 + Math.log1p(Math.log(Math.min(share, Double.MAX_VALUE)));
        }
    }

    private static double[][] losses(List<Known> rows) {
        return rows.stream().map(row -> ParetoOrder.toArray(row.losses())).toArray(double[][]::new);
    }

    private Range range(double[][] losses) {
        double[] sorted = Arrays.stream(losses).mapToDouble(row -> row[number]).sorted().toArray();
        double worst = Arrays.stream(Fronts.of(losses).getFirst()).mapToDouble(i -> losses[i][number]).max().orElseThrow();
        double width = Math.min(Double.MAX_VALUE, Math.max(worst, sorted[(sorted.length - 1) / 2]) - sorted[0]);
        return new Range(sorted[0], width > 0 ? width : 1);
    }

    /// By fronts, the same for all objectives.
    @Override
    public List<Rank> ofChoice(int told, List<Known> rows) {
        int[] fronts = Fronts.ranks(losses(rows));
        return IntStream.range(0, fronts.length).mapToObj(i -> new Rank(rows.get(i).rank().tier(), fronts[i])).toList();
    }

    @Override
    public double[] targets(List<Rank> ranks) {
        double[] numbers = ranks.stream().mapToDouble(Rank::loss).toArray();
        return Standard.of(numbers).apply(numbers);
    }
}
