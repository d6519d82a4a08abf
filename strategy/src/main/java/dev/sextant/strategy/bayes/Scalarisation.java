package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.ParetoOrder;
import dev.sextant.strategy.pareto.UnitRange;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes one loss of several, by weights that are drawn anew for each proposal and for each fit.
///
/// Losses are scaled to the range of the first front. The one loss is the largest weighted one and a twentieth of the weighted
/// sum. Weights are the squares of normal draws over their sum, so they lie near the ends of the front more often than an even
/// draw would. With one objective it is the loss itself. Immutable.
///
/// Source: J. Knowles, ParEGO: a hybrid algorithm with on-line landscape approximation for expensive multiobjective optimization
/// problems, IEEE Trans. Evol. Comp. 10(1), 2006. Differs: the weights and their draw; the range of the front, not of all, so that far
/// outliers do not matter.
///
/// @param objectives how many
/// @param seed       of the study
record Scalarisation(int objectives, long seed) implements Quantity {
    private static final double SUM_SHARE = 0.05;
    private static final double LEAST_DRAW = 1e-3;
    private static final double MOST = 1e300;

    @Override
    public List<Rank> ofFit(int told, List<Known> rows) {
        return objectives == 1 ? single(rows) : ranks(rows, Streams.of(seed, "weights after " + told));
    }

    /// Where results stand for one proposal.
    ///
    /// @param random of the proposal; drawn from only if there are several objectives
    List<Rank> ofProposal(List<Known> rows, RandomGenerator random) {
        return objectives == 1 ? single(rows) : ranks(rows, random);
    }

    private static List<Rank> single(List<Known> rows) {
        return rows.stream().map(Known::rank).toList();
    }

    private List<Rank> ranks(List<Known> rows, RandomGenerator random) {
        double[] weights = weights(random);
        UnitRange range = range(rows);
        return rows.stream().map(row -> new Rank(row.rank().tier(), loss(range.scale(ParetoOrder.toArray(row.losses())), weights))).toList();
    }

    private double[] weights(RandomGenerator random) {
        double[] weights = new double[objectives];
        double sum = 0;
        for (int k = 0; k < objectives; k++) {
            double draw = Math.max(LEAST_DRAW, Math.abs(random.nextGaussian()));
            weights[k] = draw * draw;
            sum += weights[k];
        }
        for (int k = 0; k < objectives; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static UnitRange range(List<Known> rows) {
        double[][] losses = rows.stream().map(Known::losses).map(ParetoOrder::toArray).toArray(double[][]::new);
        return UnitRange.of(Fronts.select(losses, Fronts.of(losses).getFirst()));
    }

    private static double loss(double[] scaled, double[] weights) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double weighted = weights[k] * Math.min(scaled[k], MOST);
            largest = Math.max(largest, weighted);
            sum += weighted;
        }
        return largest + SUM_SHARE * sum;
    }
}
