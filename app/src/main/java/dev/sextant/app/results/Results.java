package dev.sextant.app.results;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// All trials of one study as they stood at one moment.
///
/// @param trials by rising number
/// @param asOf the moment; running trials are drawn up to it
public record Results(StudySpec spec, List<TrialRecord> trials, Instant asOf) {
    public Results {
        trials = List.copyOf(trials);
    }

    /// Reads every trial of a study.
    public static Results of(StudyView view, Instant asOf) {
        var trials = new ArrayList<TrialRecord>();
        view.trials(trials::add);
        return new Results(view.spec(), trials, asOf);
    }

    /// The first objective, by which trials are ranked where one order is needed.
    public Objective first() {
        return spec.objectives().getFirst();
    }

    /// Whether there is more than one objective, and so a front instead of a best trial.
    public boolean hasSeveralObjectives() {
        return spec.objectives().size() > 1;
    }

    /// The value that counts for an objective; empty unless the trial is complete.
    public static OptionalDouble value(TrialRecord trial, Objective objective) {
        return trial.state() == TrialState.COMPLETE ? trial.metrics().value(objective.metric()) : OptionalDouble.empty();
    }

    /// The complete trial with the best value of an objective, the earliest of equals.
    public Optional<TrialRecord> best(Objective objective) {
        Optional<TrialRecord> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (var trial : trials) {
            var value = value(trial, objective);
            if (value.isPresent() && objective.loss(value.getAsDouble()) < least) {
                least = objective.loss(value.getAsDouble());
                best = Optional.of(trial);
            }
        }
        return best;
    }

    /// How many trials are in each state that occurs, in the order of the states.
    public Map<TrialState, Integer> counts() {
        var counts = new EnumMap<TrialState, Integer>(TrialState.class);
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        return counts;
    }
}
