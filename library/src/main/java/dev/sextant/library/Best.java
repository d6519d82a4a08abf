package dev.sextant.library;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;

/// What a search found.
///
/// @param value the best value of the function
/// @param trials all trials, in their order
public record Best(double value, Configuration configuration, List<TrialRecord> trials) {
    public Best {
        trials = List.copyOf(trials);
    }
}
