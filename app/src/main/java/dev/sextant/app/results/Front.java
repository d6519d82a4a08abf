package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/// The trials that no other trial beats in one objective without losing in another, best first by the first objective.
/// Trials with equal values are all on it.
///
/// O(n·log n) for n trials and two objectives; O(n·log n + n·f·m) for m objectives with f trials on the front.
public record Front(List<TrialRecord> trials) {
    public Front {
        trials = List.copyOf(trials);
    }

    /// The front of all objectives of a study; with a single one, its best trials.
    public static Front of(Results results) {
        var objectives = results.spec().objectives();
        var candidates = new ArrayList<Candidate>();
        for (var trial : results.trials()) {
            if (results.qualifies(trial) && objectives.stream().allMatch(o -> Results.value(trial, o).isPresent())) {
                candidates.add(new Candidate(trial, objectives));
            }
        }
        candidates.sort(Candidate::compareTo);
        var front = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (rivals(front, objectives.size()).stream().noneMatch(rival -> rival.dominates(candidate))) {
                front.add(candidate);
            }
        }
        return new Front(front.stream().map(Candidate::trial).toList());
    }

    /// Those who might dominate the next candidate. Candidates come in the order of their first loss, so with two
    /// objectives the last one on the front has the least second loss of all so far.
    private static List<Candidate> rivals(List<Candidate> front, int objectives) {
        return objectives > 2 || front.isEmpty() ? front : List.of(front.getLast());
    }
}
