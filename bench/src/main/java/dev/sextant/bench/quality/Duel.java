package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One method against another: differences of normalised areas on the same problems with the same seeds, negative where the
/// first is better.
record Duel(Comparison comparison, Scale scale, String one, String other) {
    private static final double ALPHA = 0.05;

    /// The p of all differences, not yet adjusted.
    double p() {
        return Statistics.wilcoxon(differences("").values().stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    }

    Map<Benchmark, double[]> differences(String family) {
        var differences = new java.util.LinkedHashMap<Benchmark, double[]>();
        comparison.pairs(family, one, other).forEach((problem, pairs) -> differences.put(problem, pairs.stream()
                .mapToDouble(p -> scale.area(p[0], comparison.evaluations()) - scale.area(p[1], comparison.evaluations())).toArray()));
        return differences;
    }

    /// A line for each family: the mean difference with its interval, and on how many problems the first is significantly
    /// better, neither is, or the other is.
    List<String> byFamily() {
        var lines = new ArrayList<String>();
        for (var family : comparison.families()) {
            var differences = differences(family);
            if (!differences.isEmpty()) {
                lines.add("%-12s %s".formatted(family, summary(differences)));
            }
        }
        return lines;
    }

    private static String summary(Map<Benchmark, double[]> differences) {
        Interval mean = Statistics.mean(differences.values());
        int[] counts = new int[3];
        for (var difference : differences.values()) {
            boolean clear = Statistics.wilcoxon(difference) < ALPHA;
            double sum = java.util.Arrays.stream(difference).sum();
            counts[!clear ? 1 : sum < 0 ? 0 : 2]++;
        }
        return String.format(Locale.ROOT, "%+.3f (%+.3f..%+.3f)%s  win %d tie %d loss %d", mean.mean(), mean.low(), mean.high(),
                mean.excludesZero() ? "*" : " ", counts[0], counts[1], counts[2]);
    }
}
