package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import java.util.OptionalLong;

/// One thing to run.
public sealed interface Proposal {
    /// A new trial.
    ///
    /// @param fidelity how much of it to run, in the unit of the study's fidelity; empty for all
    /// @param why one line for people: why this configuration
    /// @param note opaque to all but the strategy; it comes back with [Observation.Proposed], also after a restart
    record Start(Configuration configuration, OptionalLong fidelity, String why, String note) implements Proposal {}

    /// A paused trial goes on from its checkpoint, or one that was paused until the study ended.
    ///
    /// @param fidelity up to where, in the unit of the study's fidelity; empty for all
    record Resume(int trial, OptionalLong fidelity, String why) implements Proposal {}
}
