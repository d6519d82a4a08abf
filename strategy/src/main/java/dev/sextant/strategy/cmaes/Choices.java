package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.numeric.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// An independent distribution over the values of each choice, and how it learns.
///
/// A natural gradient step whose length adapts to how clear its direction is; no probability falls below a margin.
/// Not thread-safe.
///
/// Sources: R. Hamano et al., CatCMA, arXiv 2405.09962; CatCMA with margin, arXiv 2504.07884; for the step length Y. Akimoto
/// et al., Adaptive stochastic natural gradient method for one-shot neural architecture search, ICML 2019, section 3.
/// Differs: a parameter that was inactive in a result learns nothing from it; a step is at most 1 long.
final class Choices {
    private static final double CLEAR = 1.5;

    private final double[][] chances;
    private final double alpha;
    private final double freedom;
    private final double[][] signal;
    private double trust = 1;
    private double weight;

    /// @param nominals the axes of choices
    /// @param alpha see [Margin]
    Choices(List<Axis> nominals, double alpha) {
        this.alpha = alpha;
        this.chances = nominals.stream().map(axis -> even(Math.toIntExact(axis.count()))).toArray(double[][]::new);
        this.signal = Arrays.stream(chances).map(c -> new double[c.length - 1]).toArray(double[][]::new);
        this.freedom = Arrays.stream(signal).mapToInt(s -> s.length).sum();
    }

    private static double[] even(int count) {
        double[] chances = new double[count];
        Arrays.fill(chances, 1.0 / count);
        return chances;
    }

    /// Starts as the frequencies among good results, with one more result spread over all values.
    ///
    /// @param good by result and choice the index of the value; −1 where it was inactive
    void learn(List<int[]> good) {
        for (int choice = 0; choice < chances.length; choice++) {
            double[] counts = even(chances[choice].length);
            double sum = 1;
            for (int[] values : good) {
                if (values[choice] >= 0) {
                    counts[values[choice]]++;
                    sum++;
                }
            }
            for (int value = 0; value < counts.length; value++) {
                chances[choice][value] = counts[value] / sum;
            }
            keepMargin(chances[choice]);
        }
    }

    /// The probability of a value.
    double chance(int choice, int value) {
        return chances[choice][value];
    }

    /// Draws an index for each choice.
    int[] sample(RandomGenerator random) {
        int[] values = new int[chances.length];
        for (int choice = 0; choice < values.length; choice++) {
            values[choice] = Draw.index(chances[choice], random);
        }
        return values;
    }

    /// Learns from λ results.
    ///
    /// @param ranked best first; by choice the index of the value, −1 where it was inactive
    void update(List<int[]> ranked, Rates rates) {
        List<double[]> gradient = new ArrayList<>();
        List<double[]> scaled = new ArrayList<>();
        double square = 0;
        for (int choice = 0; choice < chances.length; choice++) {
            double[] slope = gradient(choice, ranked, rates);
            double[] sphere = scaled(slope, chances[choice]);
            gradient.add(slope);
            scaled.add(sphere);
            square += Arrays.stream(sphere).map(s -> s * s).sum();
        }
        if (square == 0) {
            return;
        }
        double length = Math.sqrt(square);
        double step = Math.min(1, 1 / (trust * length));
        for (int choice = 0; choice < chances.length; choice++) {
            for (int value = 0; value < chances[choice].length; value++) {
                chances[choice][value] += step * gradient.get(choice)[value];
            }
            keepMargin(chances[choice]);
        }
        adaptTrust(scaled, length);
    }

    private double[] gradient(int choice, List<int[]> ranked, Rates rates) {
        double[] slope = new double[chances[choice].length];
        for (int k = 0; k < rates.mu(); k++) {
            int chosen = ranked.get(k)[choice];
            for (int value = 0; chosen >= 0 && value < slope.length; value++) {
                slope[value] += rates.weights()[k] * ((value == chosen ? 1 : 0) - chances[choice][value]);
            }
        }
        return slope;
    }

    /// The gradient times a root of the Fisher information.
    private static double[] scaled(double[] slope, double[] chances) {
        int last = chances.length - 1;
        double rest = -slope[last] / (chances[last] + Math.sqrt(chances[last]));
        double[] sphere = new double[last];
        for (int value = 0; value < last; value++) {
            double root = Math.sqrt(chances[value]);
            sphere[value] = slope[value] / root + root * rest;
        }
        return sphere;
    }

    private void adaptTrust(List<double[]> scaled, double length) {
        double beta = Math.min(1, 1 / (trust * Math.sqrt(freedom)));
        double square = 0;
        for (int choice = 0; choice < signal.length; choice++) {
            for (int i = 0; i < signal[choice].length; i++) {
                signal[choice][i] = (1 - beta) * signal[choice][i] + Math.sqrt(beta * (2 - beta)) * scaled.get(choice)[i] / length;
                square += signal[choice][i] * signal[choice][i];
            }
        }
        weight = (1 - beta) * (1 - beta) * weight + beta * (2 - beta);
        trust = Math.clamp(trust * Math.exp(beta * (weight - square / CLEAR)), 1e-3, 1e6);
    }

    private void keepMargin(double[] row) {
        double least = alpha / (row.length - 1);
        double sum = 0;
        for (int value = 0; value < row.length; value++) {
            row[value] = Math.max(row[value], least);
            sum += row[value];
        }
        double above = sum - least * row.length;
        for (int value = 0; value < row.length; value++) {
            row[value] = above <= 0 ? 1.0 / row.length : row[value] - (sum - 1) * (row[value] - least) / above;
        }
    }
}
