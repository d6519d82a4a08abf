package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import java.util.OptionalInt;

/// Which configurations have trials: the first trial of each, and how many there are. Keys are 64-bit fingerprints:
/// among a million configurations two share one with a probability of 3·10⁻⁸, and then one of them is passed over.
///
/// Open addressing with linear probing, at most two thirds full: 24 to 48 bytes a configuration. Not thread-safe.
final class Tried {
    private long[] keys = new long[16];
    private int[] first = new int[16];
    private int[] counts = new int[16];
    private int size;

    /// Notes the trial of a configuration as it is in the space that holds now. One that had parameters which are gone was
    /// not tried as it stands.
    void add(Configuration original, Configuration fitted, int trial) {
        if (fitted.values().sequencedKeySet().containsAll(original.values().sequencedKeySet())) {
            add(fitted.fingerprint(), trial);
        }
    }

    void add(long fingerprint, int trial) {
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        int slot = slot(fingerprint);
        if (counts[slot] == 0) {
            keys[slot] = fingerprint;
            first[slot] = trial;
            size++;
        }
        counts[slot]++;
    }

    /// How many trials a configuration has.
    int count(long fingerprint) {
        return counts[slot(fingerprint)];
    }

    /// The first trial of a configuration.
    OptionalInt first(long fingerprint) {
        int slot = slot(fingerprint);
        return counts[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(first[slot]);
    }

    private int slot(long fingerprint) {
        int mask = keys.length - 1;
        int slot = (int) (fingerprint ^ (fingerprint >>> 32)) & mask;
        while (counts[slot] != 0 && keys[slot] != fingerprint) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldFirst = first;
        var oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        first = new int[keys.length];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                first[slot] = oldFirst[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
