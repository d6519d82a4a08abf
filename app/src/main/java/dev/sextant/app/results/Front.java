package dev.sextant.app.results;

import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The trials that no other trial beats in one objective without losing in another, best first by the first objective.
/// Trials with equal values are all on it.
///
/// O(n·log n + n·f·m) for n trials, f of them on the front, m objectives.
public record Front(List<TrialRecord> trials) {
    private record Candidate(TrialRecord trial, List<Double> losses) {}

    public Front {
        trials = List.copyOf(trials);
    }

    public static Front of(Results results) {
        var objectives = results.spec().objectives();
        var candidates = new ArrayList<Candidate>();
        for (var trial : results.trials()) {
            if (objectives.stream().allMatch(o -> Results.value(trial, o).isPresent())) {
                candidates.add(new Candidate(trial, losses(trial, objectives)));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::losses, Front::inOrder));
        var front = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (front.stream().noneMatch(f -> dominates(f.losses, candidate.losses))) {
                front.add(candidate);
            }
        }
        return new Front(front.stream().map(Candidate::trial).toList());
    }

    private static int inOrder(List<Double> one, List<Double> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Double.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Double> losses(TrialRecord trial, List<Objective> objectives) {
        return objectives.stream().map(o -> o.loss(Results.value(trial, o).orElseThrow())).toList();
    }

    private static boolean dominates(List<Double> one, List<Double> other) {
        boolean better = false;
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) > other.get(i)) {
                return false;
            }
            better |= one.get(i) < other.get(i);
        }
        return better;
    }
}
