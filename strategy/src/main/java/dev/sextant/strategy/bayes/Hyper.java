package dev.sextant.strategy.bayes;

import java.util.Arrays;

/// The hyperparameters of the Gaussian process.
///
/// @param weights of each axis, the inverse square of its length scale
/// @param scale   the variance of the function
/// @param trend   the variance of a parabola along all lines, which is added to the function
/// @param noise   the variance of a result around the function
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Hyper(double[] weights, double scale, double trend, double noise) {
    /// The least noise: results are compared to a thousandth of their spread.
    static final double LEAST_NOISE = 1e-6;

    /// Where a fit starts that knows nothing.
    static Hyper standard(int axes) {
        double[] weights = new double[axes];
        Arrays.fill(weights, 1);
        return new Hyper(weights, 1, 0.1, 1e-3);
    }

    /// The logarithms, weights first.
    double[] logs() {
        double[] logs = new double[weights.length + 3];
        for (int axis = 0; axis < weights.length; axis++) {
            logs[axis] = Math.log(weights[axis]);
        }
        logs[weights.length] = Math.log(scale);
        logs[weights.length + 1] = Math.log(trend);
        logs[weights.length + 2] = Math.log(noise);
        return logs;
    }

    static Hyper ofLogs(double[] logs) {
        double[] weights = new double[logs.length - 3];
        Arrays.setAll(weights, axis -> Math.exp(logs[axis]));
        return new Hyper(weights, Math.exp(logs[weights.length]), Math.exp(logs[weights.length + 1]), Math.exp(logs[weights.length + 2]));
    }
}
