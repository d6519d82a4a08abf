package dev.sextant.app.cli;

import dev.sextant.model.space.Feasible;
import dev.sextant.model.study.StudySpec;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.util.Objects;

/// What can be known to be wrong with a study before it is created.
final class StudyCheck {
    private StudyCheck() {}

    /// Refuses a strategy that cannot work on the study, and a space of which no random configuration keeps the
    /// constraints.
    static void check(StudySpec spec) {
        var strategy = StrategyCatalog.load().find(spec.strategy().name()).create(Problem.of(spec));
        Objects.requireNonNull(strategy);
        constraints(spec);
    }

    private static void constraints(StudySpec spec) {
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
