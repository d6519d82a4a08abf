package dev.sextant.strategy.numeric;

/// Sums of numbers that are given and returned as logarithms, without overflow or underflow on the way.
public final class LogSum {
    private LogSum() {}

    /// log (exp a + exp b); −∞ stands for zero.
    public static double of(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }

    /// The same for the first `count` terms of a list; −∞ for none.
    public static double of(double[] terms, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, terms[i]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp(terms[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
