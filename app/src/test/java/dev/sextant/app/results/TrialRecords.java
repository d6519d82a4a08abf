package dev.sextant.app.results;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Trials made by hand, a few words each.
final class TrialRecords {
    private TrialRecords() {}

    static TrialRecord complete(int number, Metrics metrics) {
        return trial(number, TrialState.COMPLETE, metrics, Optional.of(at(number)), Optional.of(at(number + 1)), "");
    }

    static TrialRecord failed(int number, String reason) {
        return trial(number, TrialState.FAILED, Metrics.NONE, Optional.of(at(number)), Optional.of(at(number + 1)), reason);
    }

    static TrialRecord ran(int number, int from, int to) {
        return trial(number, TrialState.COMPLETE, Metrics.of("loss", number), Optional.of(at(from)), Optional.of(at(to)), "");
    }

    static TrialRecord trial(int number, TrialState state, Metrics metrics, Optional<Instant> start, Optional<Instant> end, String reason) {
        return new TrialRecord(number, 1, state, new Configuration(new LinkedHashMap<>()), metrics, Origin.STRATEGY,
                SampleStudies.START, start, end, "", reason, "");
    }

    static Instant at(int seconds) {
        return SampleStudies.START.plusSeconds(seconds);
    }

    static Results results(Objective objective, TrialRecord... trials) {
        return new Results(SampleStudies.spec("s", SampleStudies.space(), objective), List.of(trials), at(100));
    }
}
