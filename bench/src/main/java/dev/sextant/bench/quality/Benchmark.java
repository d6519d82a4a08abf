package dev.sextant.bench.quality;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/// One problem of a family, with an instance for every seed.
///
/// @param name unique over all families
/// @param instances the instance of a seed; a table has the same for all
record Benchmark(String family, String name, LongFunction<Instance> instances) {
    /// What is to be minimised.
    ///
    /// @param least the least loss there is, which a run should come close to
    record Instance(SearchSpace space, ToDoubleFunction<Configuration> loss, double least) {
        /// How far above the least loss a configuration is, at least 0.
        double regret(Configuration configuration) {
            return Math.max(0, loss.applyAsDouble(configuration) - least);
        }
    }

    Instance instance(long seed) {
        return instances.apply(seed);
    }
}
