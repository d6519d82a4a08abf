package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What methods lose when several trials are under way at once.
///
/// @param alone  one at a time
/// @param crowd  several at once, on the same problems with the same seeds
record Crowding(Figures alone, Figures crowd) {
    /// The scaled regret of the best after all results, the mean over problems of their means, as [#lost] has it; empty if a method has no runs.
    static OptionalDouble left(Figures figures, String method) {
        return figures.comparison().blocks().keySet().stream().map(problem -> figures.comparison().runs(problem, method)).filter(runs -> !runs.isEmpty())
                .mapToDouble(runs -> runs.stream().mapToDouble(run -> left(figures, run)).average().orElseThrow()).average();
    }

    private static double left(Figures figures, Run run) {
        return figures.scale().of(run, run.at(figures.comparison().evaluations()));
    }

    /// How much more is left with the crowd than alone, over the seeds that have both.
    Interval lost(String method) {
        return Statistics.mean(crowd.comparison().blocks().keySet().stream().map(problem -> differences(problem, method)).filter(found -> found.length > 0).toList());
    }

    private double[] differences(Benchmark problem, String method) {
        Map<Long, Run> single = alone.comparison().runs(problem, method).stream().collect(Collectors.toMap(run -> run.key().seed(), run -> run));
        return crowd.comparison().runs(problem, method).stream().flatMapToDouble(run -> Optional.ofNullable(single.get(run.key().seed())).stream()
                .mapToDouble(other -> left(crowd, run) - left(alone, other))).toArray();
    }
}
