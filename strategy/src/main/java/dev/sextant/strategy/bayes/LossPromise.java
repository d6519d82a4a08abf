package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.LogImprovement;

/// The expected improvement on one loss.
///
/// Source: S. Ament et al., Unexpected improvements to expected improvement for Bayesian optimization, NeurIPS 2023 (the logarithm).
///
/// @param best  what is to be improved on
/// @param doubt what the standard deviations of the model are multiplied by
record LossPromise(Posterior posterior, double best, double doubt) implements Promise {
    @Override
    public double log(double[] point) {
        return log(posterior.at(point));
    }

    @Override
    public double bound(double[] point) {
        return log(posterior.roughly(point));
    }

    double log(Posterior.Prediction there) {
        double deviation = doubt * Math.sqrt(there.variance());
        return Math.log(deviation) + LogImprovement.of((best - there.mean()) / deviation);
    }

    @Override
    public double log(double[] point, int[] lines, double[] slopes) {
        double[] byMean = new double[lines.length];
        double[] byVariance = new double[lines.length];
        Posterior.Prediction there = posterior.at(point, lines, byMean, byVariance);
        double deviation = doubt * Math.sqrt(there.variance());
        double z = (best - there.mean()) / deviation;
        double slope = LogImprovement.slope(z);
        double spread = LogImprovement.byDeviation(z);
        for (int i = 0; i < lines.length; i++) {
            slopes[i] += spread * byVariance[i] / (2 * there.variance()) - slope * byMean[i] / deviation;
        }
        return Math.log(deviation) + LogImprovement.of(z);
    }
}
