package dev.sextant.strategy.forest;

import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.strategy.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.IntFunction;

/// Every trial as a row of numbers, those that are pending, and how the others ended – now and at any time before: each
/// change of an outcome has a number, so that what is learnt may lag behind and yet depend on nothing but what was told.
///
/// Not thread-safe.
final class History {
    private final Axes axes;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Integer> rowOfTrial = new LinkedHashMap<>();
    private final Map<Integer, Entry> current = new LinkedHashMap<>();
    private final SequencedSet<Integer> pending = new LinkedHashSet<>();
    private int version;
    private int results;

    History(Axes axes) {
        this.axes = axes;
    }

    private static final class Entry {
        private final Outcome outcome;
        private final int from;
        private int until = Integer.MAX_VALUE;

        Entry(Outcome outcome, int from) {
            this.outcome = outcome;
            this.from = from;
        }
    }

    /// The number of the latest change.
    int version() {
        return version;
    }

    /// How many trials have losses.
    int results() {
        return results;
    }

    /// How many have ended without.
    int failures() {
        return current.size() - results;
    }

    /// How many trials there are, of whatever state.
    int rows() {
        return rows.size();
    }

    double[] row(int index) {
        return rows.get(index);
    }

    /// The rows whose trials are pending, the earliest first.
    int[] pending() {
        return pending.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The outcomes after a change. O(changes).
    List<Outcome> outcomes(int after) {
        List<Outcome> found = new ArrayList<>(current.size());
        for (Entry entry : entries) {
            if (entry.from <= after && after < entry.until) {
                found.add(entry.outcome);
            }
        }
        return found;
    }

    void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> propose(proposed);
            case Observation.Completed completed -> end(completed.trial(), row -> new Outcome(row, true, completed.losses(), OutcomeLimit.violation(completed.excesses())));
            case Observation.Pruned pruned -> end(pruned.trial(), row -> new Outcome(row, false, pruned.losses()));
            case Observation.Failed failed -> end(failed.trial(), row -> new Outcome(row, false, List.of()));
            case Observation.Dropped dropped -> drop(dropped.trial());
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void propose(Observation.Proposed proposed) {
        rowOfTrial.put(proposed.trial(), rows.size());
        pending.add(rows.size());
        rows.add(axes.row(proposed.configuration()));
    }

    private void end(int trial, IntFunction<Outcome> outcome) {
        Integer row = rowOfTrial.get(trial);
        if (row == null) {
            return;
        }
        withdraw(trial);
        pending.remove(row);
        version++;
        Entry entry = new Entry(outcome.apply(row), version);
        entries.add(entry);
        current.put(trial, entry);
        results += entry.outcome.losses().isEmpty() ? 0 : 1;
    }

    private void withdraw(int trial) {
        Entry entry = current.remove(trial);
        if (entry != null) {
            version++;
            entry.until = version;
            results -= entry.outcome.losses().isEmpty() ? 0 : 1;
        }
    }

    private void drop(int trial) {
        withdraw(trial);
        Integer row = rowOfTrial.get(trial);
        if (row != null) {
            pending.remove(row);
        }
    }

    private void repeat(int trial) {
        withdraw(trial);
        Integer row = rowOfTrial.get(trial);
        if (row != null) {
            pending.add(row);
        }
    }
}
