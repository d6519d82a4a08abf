package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.Cholesky;
import dev.sextant.strategy.numeric.QuasiNewton;
import dev.sextant.strategy.numeric.Smooth;
import java.util.Arrays;
import java.util.Optional;

/// How badly hyperparameters explain some results: minus the logarithm of their posterior density, as a function of the
/// logarithms of the hyperparameters.
///
/// Priors: −(0.1/w + 0.1·w) for each weight; log scale ~ N(0, 1); log trend ~ N(1, 2²); log noise ~ N(m, 2²), m mostly −7. Cost of a value with its
/// gradient: O(n³ + n²·axes).
///
/// Sources: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 5.8 and 5.9; the prior of
/// the weights is the one of Optuna's GP sampler.
final class Likelihood implements Smooth {
    /// The mean of the logarithm of the noise where a result is mostly the same when it is repeated.
    static final double LITTLE_NOISE = -7;

    private static final double[] LOG_WEIGHT = {Math.log(1e-4), Math.log(1e4)};
    private static final double[] LOG_SCALE = {-4, 4};
    private static final double[] LOG_TREND = {-9, 3};
    private static final double[] LOG_NOISE = {Math.log(Hyper.LEAST_NOISE), 1};
    private static final double TREND_MEAN = 1;
    private static final double TREND_VARIANCE = 4;
    private static final double NOISE_VARIANCE = 4;
    private static final double PULL = 0.1;

    private final Points points;
    private final double[] targets;
    private final double noiseMean;
    private final int size;
    private final int axes;

    /// @param noise the mean of its logarithm
    Likelihood(Points points, double[] targets, double noise) {
        this.points = points;
        this.targets = targets;
        this.noiseMean = noise;
        this.size = points.size();
        this.axes = points.axes();
    }

    /// The hyperparameters that a search finds from a start on, and how badly they do.
    Fit fit(Hyper start, QuasiNewton.Setup setup) {
        double[] low = bounds(0);
        double[] high = bounds(1);
        QuasiNewton.Result result = QuasiNewton.minimize(this, start.logs(), low, high, setup);
        return new Fit(Hyper.ofLogs(result.x()), result.value());
    }

    record Fit(Hyper hyper, double badness) {}

    private double[] bounds(int end) {
        double[] bounds = new double[axes + 3];
        Arrays.fill(bounds, LOG_WEIGHT[end]);
        bounds[axes] = LOG_SCALE[end];
        bounds[axes + 1] = LOG_TREND[end];
        bounds[axes + 2] = LOG_NOISE[end];
        return bounds;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        Hyper hyper = Hyper.ofLogs(logs);
        double[][] correlations = new double[size][];
        double[][] slopes = new double[size][];
        double[][] parabolas = new double[size][];
        double[][] covariances = covariances(hyper, correlations, slopes, parabolas);
        Optional<Cholesky> factor = Cholesky.of(covariances, size);
        if (factor.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] alpha = factor.get().solve(targets);
        double fit = 0.5 * dot(alpha, targets) + 0.5 * factor.get().logDeterminant();
        differentiate(hyper, new Parts(correlations, slopes, parabolas, factor.get().inverse(), alpha), gradient);
        return fit + prior(logs, hyper, gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Parts(double[][] correlations, double[][] slopes, double[][] parabolas, double[][] inverse, double[] alpha) {}

    private double[][] covariances(Hyper hyper, double[][] correlations, double[][] slopes, double[][] parabolas) {
        double[][] covariances = new double[size][];
        double[] squares = new double[size];
        for (int i = 0; i < size; i++) {
            points.squares(hyper.weights(), points.get(i), squares, i);
            parabolas[i] = new double[i + 1];
            points.parabolas(points.get(i), parabolas[i], i + 1);
            correlations[i] = new double[i + 1];
            slopes[i] = new double[i];
            covariances[i] = new double[i + 1];
            for (int k = 0; k < i; k++) {
                double s = Math.sqrt(5 * squares[k]);
                double e = Math.exp(-s);
                correlations[i][k] = (1 + s + s * s / 3) * e;
                slopes[i][k] = -5.0 / 6 * (1 + s) * e;
                covariances[i][k] = hyper.scale() * correlations[i][k] + hyper.trend() * parabolas[i][k];
            }
            correlations[i][i] = 1;
            covariances[i][i] = hyper.scale() + hyper.trend() * parabolas[i][i] + hyper.noise();
        }
        return covariances;
    }

    /// Fills the gradient: ½ Σ (K⁻¹ − α·αᵀ)·∂K, each pair counted once and doubled.
    private void differentiate(Hyper hyper, Parts parts, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] differences = new double[size];
        double[] pulls = new double[size];
        for (int i = 0; i < size; i++) {
            double[] inverse = parts.inverse()[i];
            double alpha = parts.alpha()[i];
            for (int k = 0; k < i; k++) {
                double pull = inverse[k] - alpha * parts.alpha()[k];
                gradient[axes] += pull * hyper.scale() * parts.correlations()[i][k];
                gradient[axes + 1] += pull * hyper.trend() * parts.parabolas()[i][k];
                pulls[k] = pull * hyper.scale() * parts.slopes()[i][k];
            }
            double own = 0.5 * (inverse[i] - alpha * alpha);
            gradient[axes] += own * hyper.scale();
            gradient[axes + 1] += own * hyper.trend() * parts.parabolas()[i][i];
            gradient[axes + 2] += own * hyper.noise();
            for (int axis = 0; axis < axes; axis++) {
                points.differences(axis, points.column(axis)[i], differences, i);
                gradient[axis] += hyper.weights()[axis] * dot(pulls, differences, i);
            }
        }
    }

    private double prior(double[] logs, Hyper hyper, double[] gradient) {
        double sum = 0;
        for (int axis = 0; axis < axes; axis++) {
            double weight = hyper.weights()[axis];
            sum += PULL / weight + PULL * weight;
            gradient[axis] += PULL * weight - PULL / weight;
        }
        double scale = logs[axes];
        double trend = logs[axes + 1] - TREND_MEAN;
        double noise = logs[axes + 2] - noiseMean;
        gradient[axes] += scale;
        gradient[axes + 1] += trend / TREND_VARIANCE;
        gradient[axes + 2] += noise / NOISE_VARIANCE;
        return sum + 0.5 * scale * scale + 0.5 * trend * trend / TREND_VARIANCE + 0.5 * noise * noise / NOISE_VARIANCE;
    }

    private static double dot(double[] a, double[] b) {
        return dot(a, b, a.length);
    }

    private static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
