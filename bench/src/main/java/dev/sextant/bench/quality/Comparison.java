package dev.sextant.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The runs of some methods on the same problems with the same seeds.
///
/// @param blocks for each problem, in the order of the catalogue, its seeds with the runs of every method that has one
record Comparison(List<String> methods, int workers, int evaluations, Map<Benchmark, Map<Long, Map<String, Run>>> blocks) {
    /// @param size how many results, and of how many workers; shorter runs are passed over
    static Comparison of(Results results, List<String> methods, List<Benchmark> problems, List<Long> seeds, int[] size) {
        var runs = new LinkedHashMap<String, Map<Run.Key, Run>>();
        methods.forEach(m -> runs.put(m, results.read(m, size[0])));
        var blocks = new LinkedHashMap<Benchmark, Map<Long, Map<String, Run>>>();
        for (var problem : problems) {
            var bySeed = new LinkedHashMap<Long, Map<String, Run>>();
            for (long seed : seeds) {
                var present = new LinkedHashMap<String, Run>();
                runs.forEach((method, made) -> Optional.ofNullable(made.get(new Run.Key(problem, method, seed, size[1])))
                        .ifPresent(r -> present.put(method, r)));
                bySeed.put(seed, present);
            }
            blocks.put(problem, bySeed);
        }
        return new Comparison(methods, size[1], size[0], blocks);
    }

    /// For each problem of a family that both have, the pairs of their runs.
    Map<Benchmark, List<Run[]>> pairs(String family, String one, String other) {
        var pairs = new LinkedHashMap<Benchmark, List<Run[]>>();
        blocks.forEach((problem, seeds) -> {
            var found = new ArrayList<Run[]>();
            seeds.values().forEach(runs -> {
                if (runs.containsKey(one) && runs.containsKey(other) && (family.isEmpty() || problem.family().equals(family))) {
                    found.add(new Run[] {runs.get(one), runs.get(other)});
                }
            });
            if (!found.isEmpty()) {
                pairs.put(problem, found);
            }
        });
        return pairs;
    }

    /// The runs of a method on a problem.
    List<Run> runs(Benchmark problem, String method) {
        return blocks.getOrDefault(problem, Map.of()).values().stream().flatMap(runs -> Optional.ofNullable(runs.get(method)).stream()).toList();
    }

    /// The blocks in which no method is missing, by problem.
    Map<Benchmark, List<Map<String, Run>>> complete() {
        var complete = new LinkedHashMap<Benchmark, List<Map<String, Run>>>();
        blocks.forEach((problem, seeds) -> {
            var full = seeds.values().stream().filter(runs -> runs.size() == methods.size()).toList();
            if (!full.isEmpty()) {
                complete.put(problem, full);
            }
        });
        return complete;
    }

    List<String> families() {
        return blocks.keySet().stream().map(Benchmark::family).distinct().toList();
    }
}
