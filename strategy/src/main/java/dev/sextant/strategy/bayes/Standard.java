package dev.sextant.strategy.bayes;

import java.util.Arrays;

/// The shift and the scale by which some numbers get mean 0 and variance 1.
///
/// @param deviation above 0; 1 where all are equal
record Standard(double mean, double deviation) {
    static Standard of(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElse(0);
        double variance = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        return new Standard(mean, variance > 0 ? Math.sqrt(variance) : 1);
    }

    double apply(double number) {
        return (number - mean) / deviation;
    }

    double[] apply(double[] numbers) {
        return Arrays.stream(numbers).map(this::apply).toArray();
    }
}
