package dev.sextant.store.home;

import java.util.Optional;

/// What came of the wish to run a study.
public sealed interface Taking {
    /// It is ours until it is closed.
    record Taken(HeldStudy study) implements Taking {}

    /// Somebody else runs it, and nothing was touched.
    ///
    /// @param holder who that is; empty if he has not said so yet
    /// @param message for the user: who, since when, and what to do
    record Refused(Optional<Holder> holder, String message) implements Taking {}

    /// The study, for those who can do nothing without it.
    ///
    /// @throws StudyHeldException if somebody else runs it
    default HeldStudy orThrow() {
        return switch (this) {
            case Taken(var study) -> study;
            case Refused refused -> throw new StudyHeldException(refused);
        };
    }
}
