package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What a report says of a comparison, in numbers.
record Figures(Comparison comparison, Scale scale) {
    /// After how many results methods are ranked.
    List<Integer> stops() {
        int all = comparison.evaluations();
        return (all <= 200 ? IntStream.of(25, 50, 100, 200) : IntStream.of(all / 8, all / 4, all / 2, all)).filter(n -> n <= all).boxed().toList();
    }

    /// The median of the least regret over the seeds of a problem; empty if the method has no run there.
    OptionalDouble best(Benchmark problem, String method) {
        double[] best = comparison.runs(problem, method).stream().mapToDouble(r -> r.at(comparison.evaluations())).toArray();
        return best.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Scale.median(best));
    }

    /// The mean area over the seeds of a problem.
    OptionalDouble area(Benchmark problem, String method) {
        return comparison.runs(problem, method).stream().mapToDouble(r -> scale.area(r, comparison.evaluations())).average();
    }

    /// The mean area over the problems of a family.
    OptionalDouble area(String family, String method) {
        return problems(family).stream().flatMapToDouble(b -> area(b, method).stream()).average();
    }

    /// The mean area over all families.
    OptionalDouble area(String method) {
        return comparison.families().stream().flatMapToDouble(f -> area(f, method).stream()).average();
    }

    List<Benchmark> problems(String family) {
        return comparison.blocks().keySet().stream().filter(b -> b.family().equals(family)).toList();
    }

    /// How many pairs of problem and seed all methods have.
    int blocks() {
        return comparison.complete().values().stream().mapToInt(List::size).sum();
    }

    /// The mean ranks of the least regret after `n` results, over all that every method has, in the order of the methods;
    /// empty if there is nothing that all have.
    List<Interval> ranks(int n) {
        Collection<List<Map<String, Run>>> complete = comparison.complete().values();
        if (complete.isEmpty()) {
            return List.of();
        }
        var ranks = new ArrayList<Interval>();
        for (int m = 0; m < comparison.methods().size(); m++) {
            int method = m;
            ranks.add(Statistics.mean(complete.stream()
                    .map(seeds -> seeds.stream().mapToDouble(runs -> ranks(runs, n)[method]).toArray()).toList()));
        }
        return ranks;
    }

    private double[] ranks(Map<String, Run> runs, int n) {
        return Statistics.ranks(comparison.methods().stream().mapToDouble(name -> find(runs, name).at(n)).toArray());
    }

    private static Run find(Map<String, Run> runs, String method) {
        return Objects.requireNonNull(runs.get(method), method);
    }

    /// The mean normalised regret over some problems after each result; empty if the method has no run there.
    List<Double> curve(List<Benchmark> problems, String method) {
        var runs = problems.stream().map(b -> comparison.runs(b, method)).filter(r -> !r.isEmpty()).toList();
        return runs.isEmpty() ? List.of() : IntStream.rangeClosed(1, comparison.evaluations()).mapToObj(n -> runs.stream()
                .mapToDouble(seeds -> seeds.stream().mapToDouble(r -> scale.of(r, r.at(n))).average().orElseThrow())
                .average().orElseThrow()).toList();
    }

    /// CPU milliseconds of an ask and a tell: the median over all runs.
    OptionalDouble cost(String method) {
        double[] costs = comparison.blocks().keySet().stream().flatMap(b -> comparison.runs(b, method).stream())
                .mapToDouble(Run::milliseconds).toArray();
        return costs.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Scale.median(costs));
    }

    /// The first method against each other one that has runs beside it.
    List<Duel> duels() {
        var methods = comparison.methods();
        return methods.subList(1, methods.size()).stream().map(o -> new Duel(comparison, scale, methods.getFirst(), o))
                .filter(d -> !d.differences("").isEmpty()).toList();
    }

    /// The p of several duels, adjusted for their number.
    static double[] adjusted(List<Duel> duels) {
        return Statistics.holm(duels.stream().mapToDouble(Duel::p).toArray());
    }

}
