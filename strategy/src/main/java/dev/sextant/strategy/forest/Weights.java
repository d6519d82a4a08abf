package dev.sextant.strategy.forest;

import java.util.random.RandomGenerator;

/// Weights of objectives, drawn evenly from all that sum to 1.
final class Weights {
    private Weights() {}

    static double[] draw(int objectives, RandomGenerator random) {
        double[] weights = {1};
        if (objectives == 1) {
            return weights;
        }
        weights = new double[objectives];
        double sum = 0;
        for (int i = 0; i < objectives; i++) {
            weights[i] = random.nextExponential();
            sum += weights[i];
        }
        for (int i = 0; i < objectives; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
