package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import java.util.List;

/// Four functions that everybody measures with, to compare figures across publications.
///
/// Sources: L. C. W. Dixon and G. P. Szegö, Towards Global Optimisation 2, 1978 (Branin, Hartmann); H. H. Rosenbrock, The
/// Computer Journal 3, 1960; D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987. Differs: the optimum of
/// Ackley lies anywhere in the middle half of each axis, by seed, for a strategy that begins in the middle would find it.
final class Anchors {
    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}};
    private static final double[][] HARTMANN_P = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886}, {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650}, {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}};
    private static final double[] HARTMANN_C = {1, 1.2, 3, 3.2};
    private static final double ACKLEY_RANGE = 32.768;

    private Anchors() {}

    static List<Benchmark> all() {
        return List.of(
                new Benchmark("anchors", "branin", _ -> branin()),
                new Benchmark("anchors", "hartmann-6", _ -> Numeric.cube(6, 0, 1, Anchors::hartmann, -3.322368011415515)),
                new Benchmark("anchors", "rosenbrock-5", _ -> Numeric.cube(5, -5, 10, Anchors::rosenbrock, 0)),
                new Benchmark("anchors", "ackley-10", Anchors::ackley));
    }

    private static Instance branin() {
        var space = SearchSpace.of(Space.real("x1", -5, 10), Space.real("x2", 0, 15));
        return Numeric.over(space, Anchors::branin, 0.39788735772973816);
    }

    private static double branin(double[] x) {
        double bent = x[1] - 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
        return bent * bent + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0]) + 10;
    }

    private static double hartmann(double[] x) {
        double sum = 0;
        for (int i = 0; i < HARTMANN_C.length; i++) {
            double exponent = 0;
            for (int j = 0; j < x.length; j++) {
                exponent += HARTMANN_A[i][j] * (x[j] - HARTMANN_P[i][j]) * (x[j] - HARTMANN_P[i][j]);
            }
            sum -= HARTMANN_C[i] * Math.exp(-exponent);
        }
        return sum;
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    private static Instance ackley(long seed) {
        double[] optimum = Streams.of(seed, "ackley").doubles(10, -ACKLEY_RANGE / 2, ACKLEY_RANGE / 2).toArray();
        return Numeric.cube(10, -ACKLEY_RANGE, ACKLEY_RANGE, x -> ackley(x, optimum), 0);
    }

    private static double ackley(double[] x, double[] optimum) {
        double squares = 0;
        double waves = 0;
        for (int i = 0; i < x.length; i++) {
            double distance = x[i] - optimum[i];
            squares += distance * distance / x.length;
            waves += Math.cos(2 * Math.PI * distance) / x.length;
        }
        return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
    }
}
