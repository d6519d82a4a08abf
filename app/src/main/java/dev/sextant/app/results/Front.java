package dev.sextant.app.results;

import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.view.Candidate;
import java.util.List;

/// The trials that no other trial beats in one objective without losing in another, best first by the first objective.
/// Trials with equal values are all on it. Costs as [Candidate#front].
public record Front(List<TrialRecord> trials) {
    public Front {
        trials = List.copyOf(trials);
    }

    /// The front of all objectives of a study; with a single one, its best trials.
    public static Front of(Results results) {
        var objectives = results.spec().objectives();
        return new Front(Candidate.front(results.trials().stream()
                .filter(trial -> results.qualifies(trial) && objectives.stream().allMatch(o -> Results.value(trial, o).isPresent()))
                .map(trial -> candidate(trial, objectives)).toList()));
    }

    /// A complete trial among others.
    static Candidate<TrialRecord> candidate(TrialRecord trial, List<Objective> objectives) {
        return new Candidate<>(trial, objectives.stream().mapToDouble(o -> o.loss(Results.value(trial, o).orElseThrow())).toArray());
    }
}
