package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import java.util.List;

/// Other problems with losses in steps, as an error rate on a few hundred images has them: rounded up to a twentieth of what ten random
/// draws find above the optimum, which keeps its loss.
final class Rounded {
    private static final double STEPS = 20;

    private Rounded() {}

    /// @param smooth some of which there are rounded ones
    static List<Benchmark> of(List<Benchmark> smooth) {
        return smooth.stream().map(b -> new Benchmark("rounded", "rounded-" + b.name(), seed -> rounded(b.instance(seed)))).toList();
    }

    private static Instance rounded(Instance smooth) {
        double step = Scale.level(smooth) / STEPS;
        return new Instance(smooth.space(), c -> smooth.least() + step * Math.ceil(smooth.regret(c) / step), smooth.least());
    }
}
