package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;

/// What a slot that asks for work gets.
public sealed interface Work {
    /// An attempt to run.
    record Run(Lease lease) implements Work {}

    /// Nothing now; ask again.
    record Nothing() implements Work {}

    /// Nothing any more, unless a trial that runs now brings something up.
    record Over() implements Work {}
}
