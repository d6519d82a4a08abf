package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// What methods lose when several trials are under way at once.
///
/// @param alone  one at a time
/// @param crowd  several at once, on the same problems with the same seeds
record Crowding(Figures alone, Figures crowd) {
    /// The scaled regret of the best after all results, the mean over problems of their means; empty if a method has no runs.
    static OptionalDouble left(Figures figures, String method) {
        return figures.comparison().blocks().keySet().stream().map(problem -> figures.comparison().runs(problem, method)).filter(runs -> !runs.isEmpty())
                .mapToDouble(runs -> runs.stream().mapToDouble(run -> left(figures, run)).average().orElseThrow()).average();
    }

    private static double left(Figures figures, Run run) {
        return figures.scale().of(run, run.at(figures.comparison().evaluations()));
    }

    /// How much more is left with the crowd than alone, over the seeds that have both.
    Interval lost(String method) {
        Collection<double[]> differences = crowd.comparison().blocks().entrySet().stream()
                .map(block -> differences(method, block.getValue(), alone.comparison().blocks().getOrDefault(block.getKey(), Map.of())))
                .filter(found -> found.length > 0).toList();
        return Statistics.mean(differences);
    }

    private double[] differences(String method, Map<Long, Map<String, Run>> crowded, Map<Long, Map<String, Run>> single) {
        List<Long> both = crowded.keySet().stream().filter(seed -> has(crowded, seed, method) && has(single, seed, method)).toList();
        return both.stream().mapToDouble(seed -> left(crowd, run(crowded, seed, method)) - left(alone, run(single, seed, method))).toArray();
    }

    private static boolean has(Map<Long, Map<String, Run>> runs, long seed, String method) {
        return runs.getOrDefault(seed, Map.of()).containsKey(method);
    }

    private static Run run(Map<Long, Map<String, Run>> runs, long seed, String method) {
        return Objects.requireNonNull(runs.getOrDefault(seed, Map.of()).get(method), method);
    }
}
