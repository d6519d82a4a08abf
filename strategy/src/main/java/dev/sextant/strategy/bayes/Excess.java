package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.Arrays;
import java.util.List;

/// How far results are beyond one limit, as numbers that a Gaussian process can explain.
///
/// An excess e becomes sign(e)·log(1 + |e|/s), s the median of |e|, and all are shifted and scaled to mean 0 and variance 1: what matters is
/// the border, and how far beyond it a result lies hardly does.
///
/// Source: D. Eriksson and M. Poloczek, Scalable constrained Bayesian optimization, AISTATS 2021, section 3 (the bilog transform). Differs: the
/// scale s.
///
/// @param limit its number
record Excess(int limit) implements Quantity {
    /// The numbers, and the one that an excess of 0 would be.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Scaled(double[] values, double border) {}

    @Override
    public List<Rank> ofFit(int told, List<Known> rows) {
        return rows.stream().map(row -> Rank.complete(row.excesses().get(limit))).toList();
    }

    @Override
    public double[] targets(List<Rank> ranks) {
        return scaled(ranks.stream().mapToDouble(Rank::loss).toArray()).values();
    }

    /// @param excesses at least one, finite
    static Scaled scaled(double[] excesses) {
        double[] sizes = Arrays.stream(excesses).map(Math::abs).sorted().toArray();
        double unit = Math.max(sizes[sizes.length / 2], Double.MIN_NORMAL);
        double[] values = Arrays.stream(excesses).map(e -> Math.signum(e) * Math.log1p(Math.abs(e) / unit)).toArray();
        Standard standard = Standard.of(values);
        return new Scaled(standard.apply(values), standard.apply(0));
    }
}
