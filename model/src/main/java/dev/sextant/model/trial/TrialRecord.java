package dev.sextant.model.trial;

import dev.sextant.model.space.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// All that is known of one trial, as tables, reports and exports show it.
///
/// @param trial number in the study, from 0
/// @param attempt number of the latest attempt; 0 before the first
/// @param metrics the final figures of a complete trial, the last ones of a pruned one, the latest of a running one
/// @param started when the latest attempt began
/// @param finished when the trial reached its final state
/// @param why why this configuration was proposed
/// @param reason why it failed, was lost, cancelled or put back; empty if nothing of the kind happened
/// @param lastLines the end of the output of a failed attempt; empty if there was none
/// @param fidelity how much of it was to be run last, in the unit of the study's fidelity; empty for all of it
public record TrialRecord(
        int trial,
        int attempt,
        TrialState state,
        Configuration configuration,
        Metrics metrics,
        Origin origin,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        String why,
        String reason,
        String lastLines,
        OptionalLong fidelity) {
    /// A trial that was to be run in full.
    public TrialRecord(int trial, int attempt, TrialState state, Configuration configuration, Metrics metrics, Origin origin, Instant created,
            Optional<Instant> started, Optional<Instant> finished, String why, String reason, String lastLines) {
        this(trial, attempt, state, configuration, metrics, origin, created, started, finished, why, reason, lastLines, OptionalLong.empty());
    }

    /// This trial as one of another space.
    public TrialRecord with(Configuration other) {
        return new TrialRecord(trial, attempt, state, other, metrics, origin, created, started, finished, why, reason, lastLines, fidelity);
    }

    /// How long the latest attempt ran, to its end.
    public Optional<Duration> duration() {
        return started.flatMap(s -> finished.map(f -> Duration.between(s, f)));
    }
}
