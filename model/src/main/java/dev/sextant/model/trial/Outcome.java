package dev.sextant.model.trial;

/// How an attempt at a trial ended. A failure has no value to misread.
public sealed interface Outcome {
    /// Ended with a value for every objective, and whatever else was recorded.
    record Completed(Metrics metrics) implements Outcome {}

    /// Ended without a value.
    ///
    /// @param reason one line: `exit code 3`, `killed by SIGSEGV`, `no value for accuracy`
    /// @param lastLines the end of the output, empty if there was none
    record Failed(String reason, String lastLines) implements Outcome {
        public static Failed because(String reason) {
            return new Failed(reason, "");
        }
    }

    /// Stopped by a decision at one of its reports.
    ///
    /// @param metrics the last values it reported
    record Pruned(Metrics metrics) implements Outcome {}

    /// Stopped at a checkpoint, or at the fidelity that it was to reach; it may go on later.
    ///
    /// @param metrics what it had reached there; none if it was stopped on its way
    record Paused(Metrics metrics) implements Outcome {
        /// Of a trial that reported nothing.
        public Paused() {
            this(Metrics.NONE);
        }
    }

    /// Put back untouched because the run was interrupted; repeated without using a retry.
    record Returned(String why) implements Outcome {}
}
