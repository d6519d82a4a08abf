package dev.sextant.bench;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.time.InstantSource;

/// Desks over a store, and the loop that every measurement runs.
public final class Desks {
    private Desks() {}

    /// The desk of a study as its store describes it.
    public static StudyDesk open(StudyStore store) {
        return open(store, store.spec().strategy().name());
    }

    static StudyDesk open(StudyStore store, String strategy) {
        var factory = StrategyCatalog.builtIn().find(strategy);
        return StudyDesk.open(store, factory.create(Problem.of(store.spec())), factory.startsWithDefaults(),
                StoppingRule.NEVER, InstantSource.system());
    }

    /// Asks for a trial and tells its loss.
    static void askAndTell(StudyDesk desk, String worker) {
        if (!(desk.ask(worker, Tie.PROCESS) instanceof Asked.Given(Lease lease))) {
            throw new IllegalStateException("The desk of '%s' gave no trial.".formatted(desk.spec().name()));
        }
        desk.tell(lease.trial(), lease.attempt(),
                new Outcome.Completed(Metrics.of("loss", BenchSpace.loss(lease.configuration()))));
    }
}
