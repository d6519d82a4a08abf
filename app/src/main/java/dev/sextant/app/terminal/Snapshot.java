package dev.sextant.app.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All that the screen shows of a study at one moment.
///
/// @param infeasible complete trials that break a limit
/// @param of how many trials there will be; empty without such a limit
/// @param left an estimate of the time to the end; empty while there is nothing to estimate from
/// @param standing trials that were run in part and may go on
/// @param paused whether nothing new is started until somebody resumes the study
/// @param best the best value after each complete trial, thinned out
record Snapshot(
        String study,
        String metric,
        int complete,
        int infeasible,
        int failed,
        int pruned,
        int running,
        int standing,
        boolean paused,
        OptionalInt of,
        Duration ranFor,
        Optional<Duration> left,
        Optional<Leader> leader,
        List<Double> best,
        List<Failure> failures) {
    /// Trials that have brought a result, or failed to.
    int finished() {
        return complete + failed + pruned + standing;
    }
}
