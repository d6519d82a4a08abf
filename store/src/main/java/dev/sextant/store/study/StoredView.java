package dev.sextant.store.study;

import dev.sextant.engine.port.StudyView;

/// A study that is open for reading. Thread-safe.
public interface StoredView extends StudyView, AutoCloseable {
    /// Whether the study is paused: nothing new is started in it until somebody resumes it. Reads the log backwards to
    /// the last such event.
    boolean isPaused();

    /// Whether a process began to run the study and has not said that it stopped. Reads the log backwards to the last such
    /// event.
    boolean isBegun();

    /// Lets go of the database. Idempotent.
    @Override
    void close();
}
