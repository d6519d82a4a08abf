package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import java.util.stream.Collectors;

/// The trial that comes nearest to keeping the limits of a study in which none keeps them.
///
/// @param text `trial 7: latency is 23, but latency <= 20 was wanted`
public record NearMiss(TrialRecord trial, String text) {
    static NearMiss of(Results results, TrialRecord trial) {
        return new NearMiss(trial, results.spec().limits().stream()
                .filter(limit -> limit.excess(trial.metrics().value(limit.metric()).orElseThrow()) > 0)
                .map(limit -> "%s is %s, but %s was wanted".formatted(
                        limit.metric(), Figures.number(trial.metrics().value(limit.metric()).orElseThrow()), limit))
                .collect(Collectors.joining("; ", "trial %d: ".formatted(trial.trial()), "")));
    }
}
