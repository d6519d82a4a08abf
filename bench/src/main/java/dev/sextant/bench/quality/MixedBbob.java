package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Functions of BBOB with four of five variables made whole numbers of 2, 4, 8 and 16 values, which stand at equal
/// distances in the box; the function is moved so that its optimum can be reached.
///
/// Source: T. Tušar, D. Brockhoff, N. Hansen, Mixed-integer benchmark problems for single- and bi-objective optimization,
/// GECCO 2019. Differs: which functions; instances are those of BBOB.
final class MixedBbob {
    private static final int[] LEVELS = {2, 4, 8, 16, 0};

    private MixedBbob() {}

    static List<Benchmark> all() {
        return IntStream.of(3, 8, 10, 15, 20, 21).mapToObj(f ->
                new Benchmark("mixed-bbob", "mixint-f%d-d10".formatted(f), seed -> instance(f, 10, seed))).toList();
    }

    private static Instance instance(int function, int d, long instance) {
        var made = Bbob.of(function, d, instance);
        double[] optimum = made.optimum().stream().mapToDouble(x -> x).toArray();
        double[] moved = Bbob.map(optimum, (i, x) -> x - reachable(levels(i, d), x));
        Parameter[] axes = IntStream.range(0, d).mapToObj(i -> axis(i, levels(i, d))).toArray(Parameter[]::new);
        return Numeric.over(SearchSpace.of(axes), x -> made.value().applyAsDouble(
                Bbob.map(x, (i, v) -> place(levels(i, d), v) + moved[i])), BbobDraws.least(function, instance));
    }

    private static int levels(int i, int d) {
        return LEVELS[i * LEVELS.length / d];
    }

    private static Parameter axis(int i, int levels) {
        return levels == 0 ? Space.real("x" + (i + 1), -5, 5) : Space.integer("n" + (i + 1), 0, levels - 1);
    }

    /// Where in [−5, 5] a value stands.
    private static double place(int levels, double value) {
        return levels == 0 ? value : -5 + 10 * (value + 1) / (levels + 1);
    }

    private static double reachable(int levels, double x) {
        return levels == 0 ? x : IntStream.range(0, levels).mapToObj(k -> place(levels, k))
                .min(Comparator.comparingDouble(p -> Math.abs(p - x))).orElseThrow();
    }
}
