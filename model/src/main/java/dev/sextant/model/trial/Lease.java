package dev.sextant.model.trial;

import dev.sextant.model.space.Configuration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One attempt at a trial, handed to a worker.
///
/// @param trial number of the trial in its study, from 0
/// @param attempt number of the attempt, from 1; a report with an older number changes nothing
/// @param fidelity how much of the trial to run, in the unit of the study's fidelity; empty for all of it
/// @param parent the trial from whose checkpoint this one goes on; empty for one that starts afresh
public record Lease(int trial, int attempt, Configuration configuration, OptionalLong fidelity, OptionalInt parent) {
    /// An attempt at a trial that starts afresh.
    public Lease(int trial, int attempt, Configuration configuration, OptionalLong fidelity) {
        this(trial, attempt, configuration, fidelity, OptionalInt.empty());
    }
}
