package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.List;

/// What a [Model] explains of results.
interface Quantity {
    /// Where results stand in the model that is fitted after so many ends.
    List<Rank> ofFit(int told, List<Known> rows);

    /// Where results stand when not all can be kept: the better ones stay.
    default List<Rank> ofChoice(int told, List<Known> rows) {
        return ofFit(told, rows);
    }

    /// The numbers that a Gaussian process is fitted to; of mean 0 and variance 1.
    default double[] targets(List<Rank> ranks) {
        return HalfRank.warp(ranks.toArray(Rank[]::new));
    }

    /// The logarithm of the variance that results are expected to have around the function before they are known, which are of variance 1.
    default double noise() {
        return Likelihood.LITTLE_NOISE;
    }
}
