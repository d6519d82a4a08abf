package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// A study that is open for reading, whoever runs it.
///
/// @param folder in which all of it lies
/// @param isHeld whether a process runs it now
record StudyReading(String name, Path folder, StudyView view, BooleanSupplier isHeld, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
