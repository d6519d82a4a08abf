package dev.sextant.server.request;

import dev.sextant.wire.study.StudyDraft;

/// The studies that a door leads to. Whoever opens one closes it. Thread-safe.
///
/// What cannot be done is answered by a [RequestRefusedException]; its message reaches the user.
public interface Studies {
    /// Makes a study and opens it.
    ///
    /// @param draft has a name; what is wrong with the rest of it is for the implementation to say
    /// @param stored what happens to a stored study of that name
    /// @throws RequestRefusedException with [ErrorCode#STUDY_EXISTS] if there is another study of this name
    /// @throws dev.sextant.wire.tree.FormException if the draft is no study
    OpenStudy create(StudyDraft draft, Place place, Stored stored);

    /// Opens a study of the home.
    ///
    /// @throws RequestRefusedException with [ErrorCode#UNKNOWN_STUDY], or with [ErrorCode#HELD] if another process has it
    OpenStudy open(String name);

    /// Deletes a study of the home that is not open here.
    ///
    /// @throws RequestRefusedException as [#open(String)]
    void delete(String name);
}
