package dev.sextant.server.lines;

import dev.sextant.engine.StudyDesk;

/// A study that somebody works at. Thread-safe.
public interface OpenStudy extends AutoCloseable {
    StudyDesk desk();

    /// Has whoever runs the study stop, as Ctrl-C would: nothing new is started, running trials are put back. Returns at
    /// once.
    ///
    /// @throws RequestRefusedException with [ErrorCode#NOT_ALLOWED] if nobody runs it
    void stop(String why);

    /// Lets go of the study.
    @Override
    void close();

    /// A study that is asked and told through doors only; closing it closes the desk.
    static OpenStudy askedAndTold(StudyDesk desk) {
        return new AskedAndTold(desk);
    }
}
