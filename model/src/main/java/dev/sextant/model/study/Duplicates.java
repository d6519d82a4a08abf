package dev.sextant.model.study;

/// What happens to a proposal that equals a finished or pending trial.
public sealed interface Duplicates {
    /// It is not run: another one is asked for.
    record Forbid() implements Duplicates {}

    /// It becomes a trial that takes over the result of the first without running; while the first is pending, as
    /// [Forbid].
    record Reuse() implements Duplicates {}

    /// It is run, until a configuration has `times` trials.
    ///
    /// @param times at least 1
    record Allow(int times) implements Duplicates {
        public Allow {
            if (times < 1) {
                throw new IllegalArgumentException("duplicates allow:%d: at least 1 is needed.".formatted(times));
            }
        }
    }
}
