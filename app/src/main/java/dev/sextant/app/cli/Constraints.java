package dev.sextant.app.cli;

import dev.sextant.model.space.Feasible;
import dev.sextant.model.study.StudySpec;
import dev.sextant.strategy.Streams;

/// Whether the constraints of a study leave anything to try.
final class Constraints {
    private Constraints() {}

    /// Refuses a space of which no random configuration keeps the constraints.
    static void check(StudySpec spec) {
        if (spec.space().constraints().isEmpty()) {
            return;
        }
        var random = Streams.of(spec.seed(), "constraints");
        var space = spec.space();
        Feasible.starving(space, Feasible.EFFORT, () -> space.configuration(p -> p.domain().at(random.nextDouble())))
                .ifPresent(constraint -> {
                    throw new UsageException("""
                            Study '%s': of %,d random configurations none keeps the constraints; most break '%s'.
                            Loosen it, or change the ranges so that it holds by itself."""
                            .formatted(spec.name(), Feasible.EFFORT, constraint));
                });
    }
}
