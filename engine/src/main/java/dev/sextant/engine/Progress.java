package dev.sextant.engine;

import dev.sextant.engine.study.StudyState;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How far a study is.
///
/// @param counts trials by state; every state has an entry
/// @param best the best trials: one, or those of the front; empty before the first is complete
/// @param ranFor over all continuations
/// @param events the length of the log
public record Progress(Map<TrialState, Integer> counts, List<Integer> best, Duration ranFor, long events) {
    public Progress {
        counts = new EnumMap<>(counts);
        best = List.copyOf(best);
    }

    static Progress of(StudyState state, Instant now) {
        var counts = new EnumMap<TrialState, Integer>(TrialState.class);
        for (var one : TrialState.values()) {
            counts.put(one, state.count(one));
        }
        return new Progress(counts, state.best(), state.runningTime(now), state.length());
    }

    public int count(TrialState state) {
        return counts.getOrDefault(state, 0);
    }

    /// Trials that count against the budget of trials.
    public int finished() {
        return count(TrialState.COMPLETE) + count(TrialState.FAILED) + count(TrialState.PRUNED);
    }
}
