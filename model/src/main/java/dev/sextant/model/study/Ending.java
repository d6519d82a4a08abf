package dev.sextant.model.study;

import java.util.Locale;

/// Why nothing more is started.
///
/// @param why one line for people
public record Ending(Kind kind, String why) {
    /// The kinds of ending.
    public enum Kind {
        /// The budget of trials is used.
        TRIALS,
        /// The budget of time is used; running trials finish.
        TIME,
        /// The target is reached; running trials are put back at once.
        TARGET,
        /// Nothing has improved for long enough.
        PATIENCE,
        /// No improvement that matters is to be expected.
        IMPROVEMENT,
        /// Every configuration has been tried.
        EXHAUSTED,
        /// Too many trials failed in a row while nothing has succeeded.
        FAILURES,
        /// The strategy broke; the reason is in `why`.
        HALTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether running trials should be stopped rather than finish.
    public boolean isAtOnce() {
        return kind == Kind.TARGET || kind == Kind.FAILURES;
    }
}
