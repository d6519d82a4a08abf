package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.numeric.SymmetricEigen;
import java.util.List;

/// Where a normal distribution starts: mean, step size and covariance.
final class Region {
    private final double[] mean;
    private final double sigma;
    private final double[][] covariance;

    Region(double[] mean, double sigma, double[][] covariance) {
        this.mean = mean;
        this.sigma = sigma;
        this.covariance = covariance;
    }

    /// `[n]`, in units of the cube.
    double[] mean() {
        return mean;
    }

    double sigma() {
        return sigma;
    }

    /// `[n][n]`, of determinant about 1; only its lower triangle counts.
    double[][] covariance() {
        return covariance;
    }

    private static final double PRIOR = 0.1;

    /// A round region.
    static Region round(double[] mean, double sigma) {
        double[][] unit = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            unit[i][i] = 1;
        }
        return new Region(mean, sigma, unit);
    }

    /// The region in which good results lie: the normal distribution nearest to the mixture of a narrow one around each.
    ///
    /// Source: M. Nomura, S. Watanabe et al., Warm starting CMA-ES for hyperparameter optimization, arXiv 2012.06932,
    /// section 4.2, with its α = 0.1. Differs: an unknown coordinate stands in the mean of the known ones.
    ///
    /// @param good at least one point, `NaN` where a coordinate is unknown
    /// @param fallback the mean of a coordinate that no point knows
    static Region around(List<double[]> good, double[] fallback) {
        int n = fallback.length;
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = mean(good, i, fallback[i]);
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = product(good, mean, i, j) / good.size() + (i == j ? PRIOR * PRIOR : 0);
            }
        }
        double variance = geometricMean(SymmetricEigen.of(covariance).values());
        for (double[] row : covariance) {
            for (int j = 0; j < n; j++) {
                row[j] /= variance;
            }
        }
        return new Region(mean, Math.sqrt(variance), covariance);
    }

    private static double geometricMean(double[] positive) {
        double sum = 0;
        for (double value : positive) {
            sum += Math.log(value);
        }
        return positive.length == 0 ? 1 : Math.exp(sum / positive.length);
    }

    private static double mean(List<double[]> points, int i, double fallback) {
        double sum = 0;
        int known = 0;
        for (double[] point : points) {
            if (!Double.isNaN(point[i])) {
                sum += point[i];
                known++;
            }
        }
        return known == 0 ? fallback : sum / known;
    }

    private static double product(List<double[]> points, double[] mean, int i, int j) {
        double sum = 0;
        for (double[] point : points) {
            double product = (point[i] - mean[i]) * (point[j] - mean[j]);
            sum += Double.isNaN(product) ? 0 : product;
        }
        return sum;
    }
}
