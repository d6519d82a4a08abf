package dev.sextant.strategy.insight;

/// Means and standard deviations of several numbers over repetitions. Not thread-safe.
final class Spread {
    private final double[] sums;
    private final double[] squares;
    private int count;

    Spread(int numbers) {
        this.sums = new double[numbers];
        this.squares = new double[numbers];
    }

    void add(double[] numbers) {
        count++;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += numbers[i];
            squares[i] += numbers[i] * numbers[i];
        }
    }

    double mean(int index) {
        return sums[index] / count;
    }

    double deviation(int index) {
        double mean = mean(index);
        return Math.sqrt(Math.max(0, squares[index] / count - mean * mean));
    }
}
