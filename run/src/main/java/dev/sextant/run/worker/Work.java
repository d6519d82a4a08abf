package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;

/// What a slot that asks for work gets.
public sealed interface Work {
    /// An attempt to run.
    ///
    /// @param study that the attempt is of
    /// @param durable returns when the lease is; before that the program may not start, but its folder may be made
    record Run(StudyRun study, Lease lease, Runnable durable) implements Work {}

    /// Nothing now; ask again.
    record Nothing() implements Work {}

    /// Nothing any more, unless a trial that runs now brings something up.
    record Over() implements Work {}
}
