package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Trials that were run as far as their fidelity and no further: those that are paused there, and those that were pruned
/// there when the study ended, which may still go on if it is continued. Not thread-safe.
final class Standing {
    private final TreeMap<Integer, Metrics> paused = new TreeMap<>();
    private final Map<Integer, Configuration> shelved = new HashMap<>();

    /// A trial has reached its fidelity.
    ///
    /// @param metrics what it reached there
    void add(int trial, Metrics metrics) {
        paused.put(trial, metrics);
    }

    /// A trial that stands is pruned.
    void shelve(int trial, Configuration configuration) {
        if (paused.remove(trial) != null) {
            shelved.put(trial, configuration);
        }
    }

    /// A trial goes on, or has ended in another way.
    void remove(int trial) {
        paused.remove(trial);
        shelved.remove(trial);
    }

    /// How many are paused.
    int count() {
        return paused.size();
    }

    /// The figures of those that are paused, lowest trial first.
    SequencedMap<Integer, Metrics> paused() {
        return new TreeMap<>(paused);
    }

    /// The configuration of one that was pruned.
    Optional<Configuration> configuration(int trial) {
        return Optional.ofNullable(shelved.get(trial));
    }
}
