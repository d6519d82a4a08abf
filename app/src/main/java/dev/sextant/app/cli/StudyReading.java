package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.store.home.StudyFolder;
import java.util.function.BooleanSupplier;

/// A study that is open for reading, whoever runs it.
///
/// @param folder in which all of it lies
/// @param isHeld whether a process runs it now
/// @param isPaused whether nothing new is started in it until somebody resumes it
record StudyReading(StudyFolder folder, StudyView view, BooleanSupplier isHeld, BooleanSupplier isPaused, Runnable closing)
        implements AutoCloseable {
    String name() {
        return folder.name();
    }

    /// `running`, `idle`; `paused`, and `running, paused` while a process waits for its being resumed.
    String state() {
        boolean held = isHeld.getAsBoolean();
        return !isPaused.getAsBoolean() ? processState() : held ? "running, paused" : "paused";
    }

    /// Whether a process runs it: `running` or `idle`.
    String processState() {
        return isHeld.getAsBoolean() ? "running" : "idle";
    }

    @Override
    public void close() {
        closing.run();
    }
}
