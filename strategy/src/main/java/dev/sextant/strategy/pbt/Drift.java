package dev.sextant.strategy.pbt;

import dev.sextant.strategy.numeric.Cholesky;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Gaussian process over points whose values change with time: k = exp(−d²/(2ℓ²)) · (1 − ω)^(|t − t′|/2), and noise.
///
/// ℓ, ω and the noise are those of a small grid under which the values were most likely. O(n³) for n points and each node of the grid, O(n²) a
/// prediction. Not thread-safe.
///
/// Source: I. Bogunovic, J. Scarlett and V. Cevher, Time-varying Gaussian process bandit optimization, AISTATS 2016,
/// for the kernel.
final class Drift {
    private static final double[] LENGTHS = {0.1, 0.2, 0.4, 0.8};
    private static final double[] FORGETTING = {0.01, 0.1, 0.4};
    private static final double[] NOISES = {0.01, 0.1, 0.5};

    /// Where something was tried, or might be.
    ///
    /// @param x each from 0 to 1
    /// @param time in generations
    record Point(List<Double> x, double time) {
        Point {
            x = List.copyOf(x);
        }
    }

    private record Kernel(double length, double forgetting, double noise) {
        double of(Point one, Point other) {
            double distance = 0;
            for (int i = 0; i < one.x().size(); i++) {
                double apart = one.x().get(i) - other.x().get(i);
                distance += apart * apart;
            }
            return Math.exp(-distance / (2 * length * length)) * Math.pow(1 - forgetting, Math.abs(one.time() - other.time()) / 2);
        }

        double[] row(List<Point> points, int size, Point point) {
            double[] row = new double[size];
            for (int i = 0; i < size; i++) {
                row[i] = of(points.get(i), point);
            }
            return row;
        }

        Optional<Cholesky> factor(List<Point> points) {
            double[][] matrix = new double[points.size()][];
            for (int i = 0; i < points.size(); i++) {
                matrix[i] = row(points, i + 1, points.get(i));
                matrix[i][i] += noise;
            }
            return Cholesky.of(matrix, points.size());
        }
    }

    /// A kernel, and how likely it makes what was seen.
    private static final class Fit {
        private final Kernel kernel;
        private final double[] weights;
        private final double likelihood;

        Fit(Kernel kernel, Cholesky factor, double[] values) {
            this.kernel = kernel;
            weights = factor.solve(values);
            double square = 0;
            for (int i = 0; i < values.length; i++) {
                square += values[i] * weights[i];
            }
            likelihood = -square / 2 - factor.logDeterminant() / 2;
        }
    }

    private final List<Point> points;
    private final List<Point> all;
    private final Fit fit;
    private final Cholesky surer;

    private Drift(List<Point> points, List<Point> all, Fit fit, Cholesky surer) {
        this.points = points;
        this.all = all;
        this.fit = fit;
        this.surer = surer;
    }

    /// The process that fits what was seen.
    ///
    /// @param values of the points, about 0 on average and 1 in spread
    /// @param expected points of which nothing is known but that they will be: nearby the process is surer, not higher
    /// @return empty if the points are numerically all one
    static Optional<Drift> of(List<Point> points, double[] values, List<Point> expected) {
        List<Point> all = Stream.concat(points.stream(), expected.stream()).toList();
        return kernels(points.getFirst().x().size())
                .flatMap(kernel -> kernel.factor(points).map(factor -> new Fit(kernel, factor, values)).stream())
                .max(Comparator.comparingDouble(fit -> fit.likelihood))
                .flatMap(fit -> fit.kernel.factor(all).map(surer -> new Drift(points, all, fit, surer)));
    }

    private static Stream<Kernel> kernels(int dimensions) {
        double diagonal = Math.sqrt(dimensions);
        return Arrays.stream(LENGTHS).boxed().flatMap(length -> Arrays.stream(FORGETTING).boxed().flatMap(forgetting ->
                Arrays.stream(NOISES).mapToObj(noise -> new Kernel(length * diagonal, forgetting, noise))));
    }

    /// The mean at a point plus `kappa` standard deviations.
    double upper(Point point, double kappa) {
        double[] near = fit.kernel.row(points, points.size(), point);
        double mean = 0;
        for (int i = 0; i < near.length; i++) {
            mean += near[i] * fit.weights[i];
        }
        double known = 0;
        for (double part : surer.solveLower(fit.kernel.row(all, all.size(), point))) {
            known += part * part;
        }
        return mean + kappa * Math.sqrt(Math.max(0, 1 - known));
    }
}
