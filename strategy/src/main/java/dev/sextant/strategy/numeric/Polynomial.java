package dev.sextant.strategy.numeric;

/// Polynomials given by their coefficients, highest power first.
final class Polynomial {
    private Polynomial() {}

    static double at(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }

    static double ratio(double[] numerator, double[] denominator, double x) {
        return at(numerator, x) / at(denominator, x);
    }
}
