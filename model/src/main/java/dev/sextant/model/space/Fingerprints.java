package dev.sextant.model.space;

import java.util.Arrays;
import java.util.OptionalInt;

/// A set of configurations of which only the [fingerprints][Configuration#fingerprint] are kept, numbered from 0 in the order in which they
/// came: among a million, two share one with a probability of 3·10⁻⁸, and then one of them counts as the other.
///
/// Open addressing with linear probing, at most two thirds full: 18 to 36 bytes a configuration. Not thread-safe.
public final class Fingerprints {
    private static final int EMPTY = -1;

    private long[] keys;
    private int[] numbers;
    private int size;

    /// An empty set.
    public Fingerprints() {
        keys = new long[16];
        numbers = emptied(keys.length);
    }

    private static int[] emptied(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, EMPTY);
        return numbers;
    }

    /// The number of a configuration, which is a new one if it has none yet.
    public int add(long fingerprint) {
        if (size * 3 >= keys.length * 2) {
            grow();
        }
        int place = place(fingerprint);
        if (numbers[place] == EMPTY) {
            put(place, fingerprint, size++);
        }
        return numbers[place];
    }

    /// The number of a configuration that was added.
    public OptionalInt find(long fingerprint) {
        int number = numbers[place(fingerprint)];
        return number == EMPTY ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Where a fingerprint stands, or would.
    private int place(long fingerprint) {
        int mask = keys.length - 1;
        int place = (int) (fingerprint ^ (fingerprint >>> 32)) & mask;
        while (numbers[place] != EMPTY && keys[place] != fingerprint) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void put(int place, long fingerprint, int number) {
        keys[place] = fingerprint;
        numbers[place] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = emptied(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != EMPTY) {
                put(place(oldKeys[i]), oldKeys[i], oldNumbers[i]);
            }
        }
    }
}
