package dev.sextant.engine.study;

import java.util.LinkedHashMap;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// The keys under which somebody asked for a trial, and the trials that he got: the last [#MOST]. Some 150 bytes each. Not thread-safe.
final class RequestKeys {
    /// Whoever repeats a request does so within minutes.
    static final int MOST = 20_000;

    private final SequencedMap<String, Integer> trials = new LinkedHashMap<>();

    void add(String key, int trial) {
        trials.putLast(key, trial);
        if (trials.size() > MOST) {
            trials.pollFirstEntry();
        }
    }

    OptionalInt trial(String key) {
        var found = trials.get(key);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
