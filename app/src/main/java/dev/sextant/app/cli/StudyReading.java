package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.store.home.StudyFolder;
import java.util.function.BooleanSupplier;

/// A study that is open for reading, whoever runs it.
///
/// @param folder in which all of it lies
/// @param isHeld whether a process runs it now
record StudyReading(StudyFolder folder, StudyView view, BooleanSupplier isHeld, Runnable closing) implements AutoCloseable {
    String name() {
        return folder.name();
    }

    @Override
    public void close() {
        closing.run();
    }
}
