package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.ParetoOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One of several losses, as numbers that a Gaussian process can explain.
///
/// Losses keep their distances, for a volume is made of them, as far as the front reaches and the median of all; how far beyond a loss lies counts as the
/// logarithm of a logarithm, so that outliers do not bend the model. Results without any loss count as the worst. Then all are shifted and scaled to mean 0 and variance 1.
///
/// @param number from 0
record Objective(int number) implements Quantity {
    @Override
    public List<Rank> ofFit(int told, List<Known> rows) {
        double[][] losses = rows.stream().map(Known::losses).filter(given -> !given.isEmpty()).map(ParetoOrder::toArray).toArray(double[][]::new);
        Range range = range(losses);
        return rows.stream().map(row -> row.losses().isEmpty() ? Rank.LOST : new Rank(row.rank().tier(), range.number(row.losses().get(number)))).toList();
    }

    /// @param width above 0
    private record Range(double best, double width) {
        /// 0 to 1 within.
        double number(double loss) {
            double share = loss / width - best / width;
            return share <= 1 ? share : 1 + Math.log1p(Math.log(Math.min(share, Double.MAX_VALUE)));
        }
    }

    private Range range(double[][] losses) {
        double[] sorted = Arrays.stream(losses).mapToDouble(row -> row[number]).sorted().toArray();
        if (sorted.length == 0) {
            return new Range(0, 1);
        }
        double worst = Arrays.stream(Fronts.of(losses).getFirst()).mapToDouble(i -> losses[i][number]).max().orElseThrow();
        double width = Math.min(Double.MAX_VALUE, Math.max(worst, sorted[(sorted.length - 1) / 2]) - sorted[0]);
        return new Range(sorted[0], width > 0 ? width : 1);
    }

    /// By fronts, the same for all objectives.
    @Override
    public List<Rank> ofChoice(int told, List<Known> rows) {
        int[] valued = IntStream.range(0, rows.size()).filter(i -> !rows.get(i).losses().isEmpty()).toArray();
        int[] ranksOfFronts = Fronts.ranks(Arrays.stream(valued).mapToObj(i -> ParetoOrder.toArray(rows.get(i).losses())).toArray(double[][]::new));
        Rank[] ranks = new Rank[rows.size()];
        Arrays.fill(ranks, Rank.LOST);
        IntStream.range(0, valued.length).forEach(i -> ranks[valued[i]] = new Rank(rows.get(valued[i]).rank().tier(), ranksOfFronts[i]));
        return List.of(ranks);
    }

    @Override
    public double[] targets(List<Rank> ranks) {
        double worst = ranks.stream().filter(rank -> rank.tier() < Rank.LOST.tier()).mapToDouble(Rank::loss).max().orElse(0);
        double[] numbers = ranks.stream().mapToDouble(rank -> rank.tier() < Rank.LOST.tier() ? rank.loss() : worst).toArray();
        return Standard.of(numbers).apply(numbers);
    }
}
