package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Spaces of real numbers only, and functions of arrays over them.
final class Numeric {
    private Numeric() {}

    /// A function over the cube `[low, high]^d` with the parameters `x1`, `x2`, …
    static Instance cube(int d, double low, double high, ToDoubleFunction<double[]> function, double least) {
        Parameter[] axes = IntStream.rangeClosed(1, d).mapToObj(i -> Space.real("x" + i, low, high)).toArray(Parameter[]::new);
        return over(SearchSpace.of(axes), function, least);
    }

    static Instance over(SearchSpace space, ToDoubleFunction<double[]> function, double least) {
        return new Instance(space, c -> function.applyAsDouble(values(c)), least);
    }

    /// The numbers of a configuration, in the order of the space.
    static double[] values(Configuration configuration) {
        return configuration.values().values().stream().mapToDouble(Numeric::number).toArray();
    }

    static double number(Value value) {
        return switch (value) {
            case Value.Real(double number) -> number;
            case Value.Int(long number) -> number;
            case Value.Flag(boolean on) -> on ? 1 : 0;
            case Value.Text(String text) -> throw new IllegalArgumentException("'%s' is no number.".formatted(text));
        };
    }
}
