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

    /// A new trial that goes on from the checkpoint of another one, with a configuration of its own. It is never a
    /// duplicate: the same configuration from another checkpoint is another trial.
    ///
    /// @param parent a trial that was run here and is complete, or paused or pruned where its fidelity ended; it does not go on later
    /// @param fidelity up to where, in the unit of the study's fidelity, what the parent did counted in; empty for all
    /// @param why as of [Start]
    /// @param note as of [Start]
    record Branch(int parent, Configuration configuration, OptionalLong fidelity, String why, String note) implements Proposal {}

    /// A paused trial goes on from its checkpoint, or one that was paused until the study ended.
    ///
    /// @param fidelity up to where, in the unit of the study's fidelity; empty for all
    record Resume(int trial, OptionalLong fidelity, String why) implements Proposal {}
}
