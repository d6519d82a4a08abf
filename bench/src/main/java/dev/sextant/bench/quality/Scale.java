package dev.sextant.bench.quality;

import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes regrets of different problems comparable: 0 is the optimum, 1 what ten random draws find in the median. Not
/// thread-safe.
final class Scale {
    private static final int DRAWS = 10;

    private static final int TIMES = 51;

    private final Map<String, Double> levels = new HashMap<>();

    /// The regret that counts as 1.
    double level(String problem, long seed) {
        return levels.computeIfAbsent(problem + " " + seed, _ -> level(Benchmarks.find(problem).instance(seed)));
    }

    /// The regret that ten random draws come to in the median.
    static double level(Benchmark.Instance instance) {
        var random = Streams.of(0, "level");
        double[] bests = IntStream.range(0, TIMES).mapToDouble(_ -> IntStream.range(0, DRAWS)
                .mapToDouble(_ -> instance.regret(instance.space().configuration(p -> p.domain().at(random.nextDouble()))))
                .min().orElseThrow()).sorted().toArray();
        return bests[TIMES / 2];
    }

    /// A regret between 0 and 1.
    double of(Run run, double regret) {
        double level = level(run.key().problem(), run.key().seed());
        return regret <= 0 ? 0 : level <= 0 ? 1 : Math.min(1, regret / level);
    }

    /// The mean height of the curve of the best so far, up to `n` results.
    double area(Run run, int n) {
        double level = level(run.key().problem(), run.key().seed());
        return IntStream.range(0, n).mapToDouble(i -> run.at(i + 1)).map(r -> r <= 0 ? 0 : level <= 0 ? 1 : Math.min(1, r / level))
                .average().orElseThrow();
    }

    static double median(double[] numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
