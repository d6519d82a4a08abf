package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Functions of the Black-Box Optimization Benchmark over [−5, 5]^d, two or three of each of its five groups, in the
/// instances that others measure; an instance has the number of the seed. `peers/check_bbob.py` compares them with `ioh`.
///
/// Source: Hansen et al., INRIA RR-6829 (see [BbobDraws]); symbols as there. Differs: no penalty outside of the box.
final class Bbob {
    static final List<Integer> FUNCTIONS = List.of(1, 3, 6, 8, 10, 13, 15, 17, 20, 21, 22, 24);

    private Bbob() {}

    static List<Benchmark> all() {
        return Stream.of(5, 10).flatMap(d -> FUNCTIONS.stream().map(f ->
                new Benchmark("bbob", "bbob-f%d-d%d".formatted(f, d), seed -> instance(f, d, seed)))).toList();
    }

    private static Instance instance(int function, int d, long instance) {
        var made = of(function, d, instance);
        return Numeric.cube(d, -5, 5, made.value(), BbobDraws.least(function, instance));
    }

    /// A function and where it is least.
    record Made(ToDoubleFunction<double[]> value, List<Double> optimum) {}

    static Made of(int function, int d, long instance) {
        var frame = new Frame(function, d, instance);
        return switch (function) {
            case 1 -> frame.around(z -> sum(z, x -> x * x));
            case 3 -> frame.around(z -> rastrigin(frame.stretch(asymmetric(oscillated(z), 0.2), 10)));
            case 6 -> frame.around(z -> sector(frame.mixed(z), frame.optimum));
            case 8 -> frame.around(0.75, z -> rosenbrock(scaled(z, Math.max(1, Math.sqrt(d) / 8))));
            case 10 -> frame.around(z -> ellipsoid(oscillated(frame.rotated(z))));
            case 13 -> frame.around(z -> ridge(frame.mixed(z)));
            case 15 -> frame.around(z -> rastrigin(frame.mixed(asymmetric(oscillated(frame.rotated(z)), 0.2))));
            case 17 -> frame.around(z -> schaffers(frame.stretch(frame.turned(asymmetric(frame.rotated(z), 0.5)), 10)));
            case 20 -> BbobHills.schwefel(frame);
            case 21 -> BbobHills.gallagher(frame, 101, 10, 1000, 1000);
            case 22 -> BbobHills.gallagher(frame, 21, 9.8, 1e6, 1000);
            case 24 -> BbobHills.lunacek(frame);
            default -> throw new IllegalArgumentException("Function %d is not here; %s are.".formatted(function, FUNCTIONS));
        };
    }

    /// Where an instance lies and how it is turned.
    static final class Frame {
        private final long seed;
        private final double least;
        private final double[] optimum;
        private final double[][] rotation;
        private final double[][] turn;

        Frame(int function, int d, long instance) {
            seed = function + 10000 * instance;
            least = BbobDraws.least(function, instance);
            optimum = BbobDraws.optimum(d, seed);
            rotation = BbobDraws.rotation(d, seed + 1000000);
            turn = BbobDraws.rotation(d, seed);
        }

        int d() {
            return optimum.length;
        }

        long seed() {
            return seed;
        }

        double least() {
            return least;
        }

        /// A function of the distance to the optimum.
        Made around(ToDoubleFunction<double[]> function) {
            return around(1, function);
        }

        /// A function of the distance to an optimum that lies nearer to the middle.
        Made around(double nearer, ToDoubleFunction<double[]> function) {
            return made(scaled(optimum, nearer), x -> function.applyAsDouble(difference(x, scaled(optimum, nearer))));
        }

        /// A function that is 0 at its optimum, made to have the least value of the instance there.
        Made made(double[] at, ToDoubleFunction<double[]> function) {
            return new Made(x -> function.applyAsDouble(x) + least, Arrays.stream(at).boxed().toList());
        }

        /// R z.
        double[] rotated(double[] z) {
            return times(rotation, z);
        }

        /// Q z.
        double[] turned(double[] z) {
            return times(turn, z);
        }

        /// Λ^α z.
        double[] stretch(double[] z, double alpha) {
            return map(z, (i, x) -> x * Math.pow(alpha, 0.5 * i / (d() - 1)));
        }

        /// R Λ^10 Q z.
        double[] mixed(double[] z) {
            return rotated(stretch(turned(z), 10));
        }
    }

    interface Indexed {
        double of(int i, double x);
    }

    static double[] map(double[] z, Indexed change) {
        return IntStream.range(0, z.length).mapToDouble(i -> change.of(i, z[i])).toArray();
    }

    static double sum(double[] z, DoubleUnaryOperator term) {
        return Arrays.stream(z).map(term).sum();
    }

    static double[] difference(double[] a, double[] b) {
        return map(a, (i, x) -> x - b[i]);
    }

    static double[] scaled(double[] z, double factor) {
        return map(z, (_, x) -> x * factor);
    }

    static double[] times(double[][] matrix, double[] z) {
        return Arrays.stream(matrix).mapToDouble(row -> sum(map(z, (i, x) -> row[i] * x), x -> x)).toArray();
    }

    /// T_osz.
    static double[] oscillated(double[] z) {
        return map(z, (_, x) -> oscillated(x));
    }

    static double oscillated(double x) {
        if (x == 0) {
            return 0;
        }
        double log = Math.log(Math.abs(x));
        double first = x > 0 ? 10 : 5.5;
        double second = x > 0 ? 7.9 : 3.1;
        return Math.signum(x) * Math.exp(log + 0.049 * (Math.sin(first * log) + Math.sin(second * log)));
    }

    /// T_asy^β.
    static double[] asymmetric(double[] z, double beta) {
        return map(z, (i, x) -> x > 0 ? Math.pow(x, 1 + beta * i / (z.length - 1) * Math.sqrt(x)) : x);
    }

    static double rastrigin(double[] z) {
        return 10 * (z.length - sum(z, x -> Math.cos(2 * Math.PI * x))) + sum(z, x -> x * x);
    }

    private static double sector(double[] z, double[] optimum) {
        double squares = sum(map(z, (i, x) -> x * optimum[i] > 0 ? 100 * x : x), x -> x * x);
        return Math.pow(oscillated(squares), 0.9);
    }

    /// @param z so that the least is at 0
    private static double rosenbrock(double[] z) {
        return IntStream.range(0, z.length - 1).mapToDouble(i -> {
            double valley = (z[i] + 1) * (z[i] + 1) - (z[i + 1] + 1);
            return 100 * valley * valley + z[i] * z[i];
        }).sum();
    }

    private static double ellipsoid(double[] z) {
        return sum(map(z, (i, x) -> Math.pow(10, 6.0 * i / (z.length - 1)) * x * x), x -> x);
    }

    private static double ridge(double[] z) {
        return z[0] * z[0] + 100 * Math.sqrt(sum(z, x -> x * x) - z[0] * z[0]);
    }

    private static double schaffers(double[] z) {
        double mean = IntStream.range(0, z.length - 1).mapToDouble(i -> {
            double s = z[i] * z[i] + z[i + 1] * z[i + 1];
            double wave = Math.sin(50 * Math.pow(s, 0.1));
            return Math.pow(s, 0.25) * (1 + wave * wave);
        }).average().orElseThrow();
        return mean * mean;
    }
}
