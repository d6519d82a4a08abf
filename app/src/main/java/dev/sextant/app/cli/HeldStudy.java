package dev.sextant.app.cli;

import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.nio.file.Path;
import java.time.InstantSource;

/// A study of which this process is the only writer, until it is closed.
///
/// @param folder in which all of it lies
/// @param holder the name of this process in the log
/// @param letGo closes the store and lets others hold the study
record HeldStudy(String name, Path folder, String holder, StudyStore store, Runnable letGo) implements AutoCloseable {
    /// Sits down at its desk.
    ///
    /// @param observed the store, or what watches it
    static StudyDesk desk(StudyStore observed) {
        var spec = observed.spec();
        var strategy = StrategyCatalog.load().find(spec.strategy().name());
        return StudyDesk.open(observed, strategy.create(Problem.of(spec)), strategy.startsWithDefaults(), StoppingRule.NEVER,
                InstantSource.system());
    }

    @Override
    public void close() {
        letGo.run();
    }
}
