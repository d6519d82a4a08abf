package dev.sextant.server.request;

import dev.sextant.engine.StudyDesk;
import java.util.Optional;

/// A study that somebody works at. Thread-safe.
public interface OpenStudy extends AutoCloseable {
    StudyDesk desk();

    /// What its trials say about its parameters.
    Insight insight();

    /// Has whoever runs the study stop, as Ctrl-C would: nothing new is started, running trials are put back. Returns at
    /// once.
    ///
    /// @throws RequestRefusedException with [ErrorCode#NOT_ALLOWED] if nobody runs it
    void stop(String why);

    /// The folder in which a trial keeps its checkpoint; empty for a study that has no run folders.
    default Optional<String> checkpoint(int trial) {
        return Optional.empty();
    }

    /// Lets go of the study.
    @Override
    void close();

    /// A study that is asked and told through doors only; closing it closes the desk.
    static OpenStudy askedAndTold(StudyDesk desk, Insight insight) {
        return new AskedAndTold(desk, insight);
    }
}
