package dev.sextant.bench.quality;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How many results it takes until a loss is reached that no method has chosen: the expected running time of N. Hansen et al., COCO:
/// Performance Assessment, arXiv 1605.03560 (2016), over all problems and seeds that every method has.
record ExpectedTraining(Comparison comparison, Scale scale) {
    /// The scaled regrets to be reached.
    static final List<Double> TARGETS = List.of(0.5, 0.3, 0.2, 0.1, 0.05, 0.02);

    /// The results of all runs up to where each reached the target, to the end where it did not, divided by how many reached it; empty if none did.
    OptionalDouble expected(String method, double target) {
        int reached = reached(method, target);
        return reached == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(runs(method).stream().mapToDouble(run -> Math.min(comparison.evaluations(), needed(run, target))).sum() / reached);
    }

    /// How many runs reached the target.
    int reached(String method, double target) {
        return (int) runs(method).stream().filter(run -> needed(run, target) <= comparison.evaluations()).count();
    }

    /// How many runs of each method there are.
    int runs() {
        return runs(comparison.methods().getFirst()).size();
    }

    private List<Run> runs(String method) {
        return comparison.complete().values().stream().flatMap(Collection::stream).map(block -> block.get(method)).toList();
    }

    /// The first result with so little regret, from 1; infinite if there is none.
    private double needed(Run run, double target) {
        ToDoubleFunction<Integer> height = n -> scale.of(run, run.at(n));
        return IntStream.rangeClosed(1, comparison.evaluations()).filter(n -> height.applyAsDouble(n) <= target).asDoubleStream()
                .findFirst().orElse(Double.POSITIVE_INFINITY);
    }
}
