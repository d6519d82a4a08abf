package dev.sextant.server.request;

import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.study.StudyDraft;
import java.util.List;
import java.util.Optional;

/// All studies of a home, for a door that shows them too. Thread-safe.
public interface StudyLibrary extends Studies {
    /// The names of the studies, latest used first.
    List<String> names();

    /// The names of studies that a process began to run and has not said that it stopped, and that no other process runs.
    List<String> begun();

    /// Makes sure that a study that is open is the one that somebody wants to make.
    ///
    /// @throws RequestRefusedException with [ErrorCode#STUDY_EXISTS] if it differs
    void checkSame(OpenStudy open, StudyDraft draft);

    /// Opens a study for reading, whoever runs it.
    ///
    /// @throws RequestRefusedException with [ErrorCode#UNKNOWN_STUDY]
    ReadStudy read(String name);

    /// The door of the process of this machine that holds a study; empty if none does, or it does not listen.
    Optional<Exchange> holder(String name);
}
