package dev.sextant.bench.quality;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/// One problem of a family, with an instance for every seed.
///
/// @param name unique over all families
/// @param instances the instance of a seed; a table has the same for all
record Benchmark(String family, String name, LongFunction<Instance> instances) {
    /// What counts as the regret as long as nothing was found.
    private static final double NOTHING = 1e30;

    /// The loss of a configuration at a step of its training; NaN if it fails.
    interface Loss {
        double of(Configuration configuration, long step);
    }

    /// What is to be minimised.
    ///
    /// @param least the least loss there is, which a run should come close to
    /// @param steps at which a training reports, ascending; empty if it has only an end
    /// @param front what several objectives are measured by; empty if there is one
    record Instance(SearchSpace space, Loss loss, double least, List<Long> steps, Optional<FrontProblems.Front> front) {
        Instance(SearchSpace space, ToDoubleFunction<Configuration> loss, double least) {
            this(space, (configuration, _) -> loss.applyAsDouble(configuration), least, List.of(), Optional.empty());
        }

        /// The losses of a configuration at the end, one for each objective.
        List<Double> losses(Configuration configuration) {
            return front.map(f -> f.losses().apply(configuration)).orElseGet(() -> List.of(loss(configuration)));
        }

        /// What was reached with all losses found so far: the least regret, or the volume that is not dominated.
        double reached(List<List<Double>> found) {
            return front.map(f -> f.deficit(found)).orElseGet(() -> found.stream().mapToDouble(losses -> regretOf(losses.getFirst())).min().orElse(NOTHING));
        }

        /// The loss at the end.
        double loss(Configuration configuration) {
            return loss.of(configuration, last());
        }

        /// The step at which a training ends.
        long last() {
            return steps.isEmpty() ? 1 : steps.getLast();
        }

        /// How far above the least loss a configuration is at the end, at least 0; much if it fails.
        double regret(Configuration configuration) {
            return regretOf(loss(configuration));
        }

        /// How far above the least a loss is, at least 0; much if there is none.
        double regretOf(double loss) {
            return Double.isNaN(loss) ? NOTHING : Math.max(0, loss - least);
        }
    }

    Instance instance(long seed) {
        return instances.apply(seed);
    }
}
