package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Hypervolume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Problems with two and three objectives over [0, 1]^8.
///
/// Sources: E. Zitzler, K. Deb, L. Thiele, Evolutionary Computation 8(2), 2000 (ZDT1 to ZDT3); K. Deb, L. Thiele, M. Laumanns,
/// E. Zitzler, Scalable multi-objective optimization test problems, CEC 2002 (DTLZ2). Differs: the optimum of all variables
/// that do not say where on the front a point lies is moved by seed, off the bounds (ZDT) and off the middle (DTLZ).
final class FrontProblems {
    private static final int D = 8;

    private FrontProblems() {}

    /// What several objectives are measured by: how much of the volume below a reference point is not dominated, 0 to 1.
    ///
    /// @param most the volume that the best points dominate
    record Front(Function<Configuration, List<Double>> losses, List<Double> reference, double most) {
        double deficit(List<List<Double>> found) {
            double[][] points = found.stream().map(Front::array).toArray(double[][]::new);
            return Math.max(0, 1 - Hypervolume.of(points, array(reference)) / most);
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(x -> x).toArray();
        }
    }

    static List<Benchmark> all() {
        return List.of(
                zdt("zdt1", share -> 1 - Math.sqrt(share)), zdt("zdt2", share -> 1 - share * share),
                zdt("zdt3", share -> 1 - Math.sqrt(share)), new Benchmark("fronts", "dtlz2", FrontProblems::dtlz2));
    }

    private static Benchmark zdt(String name, Function<Double, Double> shape) {
        return new Benchmark("fronts", name, seed -> zdt(name, shape, seed));
    }

    private static Instance zdt(String name, Function<Double, Double> shape, long seed) {
        double[] centre = centre(name, seed);
        double waves = name.equals("zdt3") ? 1 : 0;
        Function<double[], List<Double>> losses = x -> {
            double g = 1 + 9 * IntStream.range(1, D).mapToDouble(i -> Math.abs(x[i] - centre[i]) / Math.max(centre[i], 1 - centre[i])).average().orElseThrow();
            double share = x[0] / g;
            return List.of(x[0], g * (shape.apply(share) - waves * share * Math.sin(10 * Math.PI * x[0])));
        };
        var reference = List.of(1.1, 3.0);
        var best = IntStream.rangeClosed(0, 4000).mapToObj(i -> {
            double[] x = centre.clone();
            x[0] = i / 4000.0;
            return losses.apply(x);
        }).toList();
        double most = Hypervolume.of(best.stream().map(Front::array).toArray(double[][]::new), Front.array(reference));
        return instance(losses, new Front(c -> losses.apply(Numeric.values(c)), reference, most));
    }

    private static Instance dtlz2(long seed) {
        double[] centre = centre("dtlz2", seed);
        Function<double[], List<Double>> losses = x -> {
            double g = 1 + IntStream.range(2, D).mapToDouble(i -> (x[i] - centre[i]) * (x[i] - centre[i])).sum();
            double one = x[0] * Math.PI / 2;
            double two = x[1] * Math.PI / 2;
            return List.of(g * Math.cos(one) * Math.cos(two), g * Math.cos(one) * Math.sin(two), g * Math.sin(one));
        };
        return instance(losses, new Front(c -> losses.apply(Numeric.values(c)), List.of(1.5, 1.5, 1.5), 1.5 * 1.5 * 1.5 - Math.PI / 6));
    }

    private static double[] centre(String name, long seed) {
        return Streams.of(seed, name).doubles(D, 0.2, 0.8).toArray();
    }

    /// The loss of one configuration is what it alone leaves undominated.
    private static Instance instance(Function<double[], List<Double>> losses, Front front) {
        Parameter[] axes = IntStream.rangeClosed(1, D).mapToObj(i -> Space.real("x" + i, 0, 1)).toArray(Parameter[]::new);
        return new Instance(SearchSpace.of(axes), (c, _) -> front.deficit(List.of(losses.apply(Numeric.values(c)))), 0, List.of(), Optional.of(front));
    }
}
