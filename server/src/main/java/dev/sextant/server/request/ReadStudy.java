package dev.sextant.server.request;

import dev.sextant.engine.port.StudyView;

/// A study that is open for reading. Thread-safe.
public interface ReadStudy extends AutoCloseable {
    StudyView view();

    /// Whether a process runs it now.
    boolean isHeld();

    /// Whether it is held by whoever reads it, and so asked and told through his own doors.
    default boolean isHere() {
        return false;
    }

    /// Whether nothing new is started in it until somebody resumes it.
    boolean isPaused();

    @Override
    void close();
}
