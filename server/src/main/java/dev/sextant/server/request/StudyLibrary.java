package dev.sextant.server.request;

import dev.sextant.model.study.Artifacts;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.study.StudyDraft;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// All studies of a home, for a door that shows them too. Thread-safe.
public interface StudyLibrary extends Studies {
    /// The names of the studies, latest used first.
    List<String> names();

    /// Returns when it is certain that nobody else has taken the studies that are open here. An answer that leaves after it is true.
    ///
    /// @throws RuntimeException if somebody has
    default void awaitCertainty() {}

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

    /// What trials say about parameters, for whoever looks at a study that is not held here.
    default Insight insight() {
        return (view, _, _) -> {
            throw new IllegalArgumentException("There is no model of study '%s' here.".formatted(view.spec().name()));
        };
    }

    /// Copies what an attempt has printed so far, if it ran on this machine and its folder was kept.
    ///
    /// @return whether that is so
    default boolean copyOutput(Printed what, OutputStream out) {
        return false;
    }

    /// Where the artifacts that an attempt has left lie, by their names, if it ran on this machine and its folder was kept.
    ///
    /// @param wanted which files are some
    default Optional<SequencedMap<String, Path>> artifacts(Attempted what, Artifacts wanted) {
        return Optional.empty();
    }

    /// An attempt at a trial.
    record Attempted(String study, int trial, int attempt) {
        @Override
        public String toString() {
            return "trial %d of '%s', attempt %d".formatted(trial, study, attempt);
        }
    }

    /// The folder for what workers send of the artifacts of a study. It is gone with the study.
    ///
    /// @throws RequestRefusedException if there is none
    default Path brought(String study) {
        throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "Study '%s' does not lie on a disk, and so keeps no artifacts.".formatted(study));
    }

    /// One of the two outputs of an attempt.
    ///
    /// @param errors whether the standard error is meant
    record Printed(String study, int trial, int attempt, boolean errors) {}
}
