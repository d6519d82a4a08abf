package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import java.util.List;
import java.util.OptionalLong;

/// What a strategy is told. Losses are the objectives' values turned so that less is better, in the order of the
/// objectives; never NaN, never infinite. Excesses say how far beyond each [limit][dev.sextant.model.study.OutcomeLimit] a result is,
/// in the order of the limits, above 0 where one is broken; empty if the study has none, or one of them is not known.
public sealed interface Observation {
    int trial();

    /// A trial came to be and is pending from now on.
    record Proposed(int trial, Configuration configuration, OptionalLong fidelity, Origin origin, String note)
            implements Observation {}

    /// A running trial has reached a step.
    record Measured(int trial, long step, List<Double> losses, List<Double> excesses) implements Observation {
        /// Of a study without limits.
        public Measured(int trial, long step, List<Double> losses) {
            this(trial, step, losses, List.of());
        }
    }

    /// A trial ended with a value for every objective. Nothing more is told of it.
    record Completed(int trial, List<Double> losses, List<Double> excesses) implements Observation {
        /// Of a study without limits.
        public Completed(int trial, List<Double> losses) {
            this(trial, losses, List.of());
        }
    }

    /// A trial was stopped early.
    ///
    /// @param losses the last it reported; empty if it never reported all of them
    record Pruned(int trial, List<Double> losses, List<Double> excesses) implements Observation {
        /// Of a study without limits.
        public Pruned(int trial, List<Double> losses) {
            this(trial, losses, List.of());
        }
    }

    /// A trial ended without values.
    record Failed(int trial) implements Observation {}

    /// A trial stands at a checkpoint and may be resumed.
    ///
    /// @param losses at the fidelity that it was to reach; empty if it has not got there, as when a user put it aside
    record Paused(int trial, List<Double> losses, List<Double> excesses) implements Observation {
        /// Of a study without limits.
        public Paused(int trial, List<Double> losses) {
            this(trial, losses, List.of());
        }

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
