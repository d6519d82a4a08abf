package dev.sextant.app.cli;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Feasible;
import dev.sextant.model.study.StudySpec;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.util.random.RandomGenerator;

/// What can be known to be wrong with a study before it is created.
final class StudyCheck {
    private StudyCheck() {}

    /// Refuses a strategy or a stopping rule that cannot work on the study, and constraints that nothing keeps: not the defaults, not the
    /// first that the strategy proposes, and no random configuration.
    static void check(StudySpec spec) {
        StoppingRuleCatalog.of(spec);
        var strategy = StrategyCatalog.load().find(spec.strategy().name()).create(Problem.of(spec));
        var space = spec.space();
        if (!space.constraints().isEmpty() && !space.allows(space.start()) && !finds(strategy, spec)) {
            constraints(spec);
        }
    }

    /// A grid or a list may know configurations that chance does not find.
    private static boolean finds(Strategy strategy, StudySpec spec) {
        try {
            return strategy.ask(new Unasked(Streams.ofTrial(spec.seed(), 0, 0))) instanceof Answer.Propose(Proposal.Start start)
                    && spec.space().allows(start.configuration());
        } catch (IllegalStateException gaveUp) {
            return false;
        }
    }

    private record Unasked(RandomGenerator random) implements Request {
        @Override
        public int trial() {
            return 0;
        }

        @Override
        public boolean tried(Configuration configuration) {
            return false;
        }
    }

    private static void constraints(StudySpec spec) {
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
