package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.strategy.estimate.Estimate;
import java.util.List;
import java.util.Optional;

/// The trial whose configuration is best on average, where results are noisy.
///
/// @param value     the fitted value of its objective, in the objective's own direction
/// @param error     how unsure that value is, as a standard deviation
/// @param results   of its configuration
/// @param deviation of one result, as a standard deviation
public record Average(TrialRecord trial, double value, double error, int results, double deviation) {
    /// The estimate for the only objective of a study; empty with several, with few results, and with results that are not noisy.
    public static Optional<Average> of(Results results) {
        if (results.hasSeveralObjectives()) {
            return Optional.empty();
        }
        var objective = results.first();
        List<TrialRecord> complete = results.trials().stream().filter(results::qualifies).filter(t -> Results.value(t, objective).isPresent()).toList();
        var losses = complete.stream().map(t -> objective.loss(Results.value(t, objective).orElseThrow())).toList();
        return Estimate.of(results.spec().space(), complete.stream().map(TrialRecord::configuration).toList(), losses)
                .map(e -> new Average(complete.get(e.index()), objective.value(e.loss()), e.error(), e.results(), e.deviation()));
    }
}
