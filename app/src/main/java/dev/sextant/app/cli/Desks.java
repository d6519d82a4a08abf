package dev.sextant.app.cli;

import dev.sextant.engine.Advisers;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.strategy.insight.Regret;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/// Sits down at studies with the strategies this program knows.
final class Desks {
    private Desks() {}

    /// The desk of a study.
    ///
    /// @param store of which this process is the only writer
    static StudyDesk open(StudyStore store) {
        var spec = store.spec();
        var strategy = StrategyCatalog.load().find(spec.strategy().name());
        var problem = Problem.of(spec);
        try (var aside = Executors.newSingleThreadExecutor()) {
            var advisers = new Advisers(strategy.create(problem), StoppingRuleCatalog.of(spec), new Regret(problem), aside);
            return StudyDesk.open(store, advisers, strategy.startsWithDefaults(), InstantSource.system());
        }
    }
}
