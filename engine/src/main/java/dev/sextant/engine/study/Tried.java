package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Fingerprints;
import java.util.Arrays;
import java.util.OptionalInt;

/// Which configurations have trials: the first trial of each, and how many there are. Where two share a fingerprint, one of them is passed
/// over. 26 to 48 bytes a configuration. Not thread-safe.
final class Tried {
    private final Fingerprints configurations = new Fingerprints();
    private int[] first = new int[16];
    private int[] counts = new int[16];

    /// Notes the trial of a configuration as it is in the space that holds now. One that had parameters which are gone was
    /// not tried as it stands.
    void add(Configuration original, Configuration fitted, int trial) {
        if (fitted.values().sequencedKeySet().containsAll(original.values().sequencedKeySet())) {
            add(fitted.fingerprint(), trial);
        }
    }

    void add(long fingerprint, int trial) {
        int number = configurations.add(fingerprint);
        if (number == counts.length) {
            first = Arrays.copyOf(first, number + (number >> 1));
            counts = Arrays.copyOf(counts, first.length);
        }
        if (counts[number]++ == 0) {
            first[number] = trial;
        }
    }

    /// How many trials a configuration has.
    int count(long fingerprint) {
        var number = configurations.find(fingerprint);
        return number.isEmpty() ? 0 : counts[number.getAsInt()];
    }

    /// The first trial of a configuration.
    OptionalInt first(long fingerprint) {
        var number = configurations.find(fingerprint);
        return number.isEmpty() ? number : OptionalInt.of(first[number.getAsInt()]);
    }
}
