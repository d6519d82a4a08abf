package dev.sextant.app.results;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Trials that failed or were lost, grouped by reason, the most frequent reason first.
///
/// @param groups at most [#MOST]
/// @param others how many trials have a reason beyond those
public record Failures(List<Group> groups, int others) {
    /// The groups that are told apart.
    public static final int MOST = 30;

    /// Trials with one reason.
    ///
    /// @param latest the one with the highest number, whose output is shown
    /// @param trials their numbers, rising
    public record Group(TrialState state, String reason, TrialRecord latest, List<Integer> trials) {
        public int count() {
            return trials.size();
        }
    }

    private record Key(TrialState state, String reason) {}

    public Failures {
        groups = List.copyOf(groups);
    }

    public static Failures of(Results results) {
        var byReason = new LinkedHashMap<Key, List<TrialRecord>>();
        for (var trial : results.trials()) {
            if (trial.state() == TrialState.FAILED || trial.state() == TrialState.LOST) {
                byReason.computeIfAbsent(new Key(trial.state(), trial.reason()), _ -> new ArrayList<>()).add(trial);
            }
        }
        var groups = byReason.entrySet().stream()
                .map(e -> new Group(e.getKey().state, e.getKey().reason, e.getValue().getLast(), e.getValue().stream().map(TrialRecord::trial).toList()))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
        var shown = groups.subList(0, Math.min(MOST, groups.size()));
        return new Failures(shown, groups.stream().skip(MOST).mapToInt(Group::count).sum());
    }

    /// How many trials failed or were lost.
    public int count() {
        return groups.stream().mapToInt(Group::count).sum() + others;
    }
}
