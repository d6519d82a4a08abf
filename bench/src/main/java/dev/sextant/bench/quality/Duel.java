package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One method against another: differences of normalised areas on the same problems with the same seeds, negative where the
/// first is better.
record Duel(Comparison comparison, Scale scale, String one, String other) {
    private static final double ALPHA = 0.05;

    /// How it went in a family.
    ///
    /// @param mean difference
    /// @param wins on how many problems the first is significantly better; `ties` neither; `losses` the other
    record Verdict(Interval mean, int wins, int ties, int losses) {}

    /// The p of all differences, not yet adjusted.
    double p() {
        return Statistics.wilcoxon(differences("").values().stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /// By problem, a difference for each seed that both have.
    ///
    /// @param family empty for all
    Map<Benchmark, double[]> differences(String family) {
        var differences = new LinkedHashMap<Benchmark, double[]>();
        comparison.pairs(family, one, other).forEach((problem, pairs) -> differences.put(problem, pairs.stream()
                .mapToDouble(p -> scale.area(p[0], comparison.evaluations()) - scale.area(p[1], comparison.evaluations())).toArray()));
        return differences;
    }

    /// The families in which both have runs.
    List<String> families() {
        return comparison.families().stream().filter(f -> !differences(f).isEmpty()).toList();
    }

    Verdict verdict(String family) {
        var differences = differences(family);
        int[] counts = new int[3];
        for (var difference : differences.values()) {
            boolean clear = Statistics.wilcoxon(difference) < ALPHA;
            counts[!clear ? 1 : Arrays.stream(difference).sum() < 0 ? 0 : 2]++;
        }
        return new Verdict(Statistics.mean(differences.values()), counts[0], counts[1], counts[2]);
    }
}
