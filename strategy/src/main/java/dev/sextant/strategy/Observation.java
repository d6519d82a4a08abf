package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import java.util.List;
import java.util.OptionalLong;

/// What a strategy is told. Losses are the objectives' values turned so that less is better, in the order of the
/// objectives; never NaN, never infinite.
public sealed interface Observation {
    int trial();

    /// A trial came to be and is pending from now on.
    record Proposed(int trial, Configuration configuration, OptionalLong fidelity, Origin origin, String note)
            implements Observation {}

    /// A running trial has reached a step.
    record Measured(int trial, long step, List<Double> losses) implements Observation {}

    /// A trial ended with a value for every objective.
    record Completed(int trial, List<Double> losses) implements Observation {}

    /// A trial was stopped early.
    ///
    /// @param losses the last it reported; empty if it never reported all of them
    record Pruned(int trial, List<Double> losses) implements Observation {}

    /// A trial ended without values.
    record Failed(int trial) implements Observation {}

    /// A trial stands at a checkpoint and may be resumed.
    ///
    /// @param losses at the fidelity that it was to reach; empty if it has not got there, as when a user put it aside
    record Paused(int trial, List<Double> losses) implements Observation {
        /// Of a trial that was put aside on its way.
        public Paused(int trial) {
            this(trial, List.of());
        }
    }

    /// A trial will not give a result: a user stopped it, or its workers were lost too often.
    record Dropped(int trial) implements Observation {}

    /// A trial that had ended or was paused is pending again: a strategy resumes it, or a user asked for it.
    ///
    /// @param fidelity how much of it is to be run in all; empty for all of it
    record Repeated(int trial, OptionalLong fidelity) implements Observation {
        /// Of a trial that is to be run in full.
        public Repeated(int trial) {
            this(trial, OptionalLong.empty());
        }
    }
}
