package dev.sextant.strategy;

import dev.sextant.model.trial.Decision;

/// Decides at each report of a running trial whether it goes on.
///
/// Called on the path of the report, so it answers at once. Not thread-safe.
public interface StoppingRule {
    /// Never stops a trial.
    StoppingRule NEVER = new StoppingRule() {
        @Override
        public Decision decide(Observation.Measured report) {
            return Decision.CONTINUE;
        }

        @Override
        public void tell(Observation observation) {}
    };

    /// What the trial that sent this report should do. Changes nothing: the report is told when it is in the log.
    Decision decide(Observation.Measured report);

    /// Learns of every event, in the order of the log; after a restart, of all before it.
    void tell(Observation observation);
}
