package dev.sextant.strategy.search;

import dev.sextant.model.space.Configuration;

/// A set of configurations of which only the 64-bit fingerprints are kept: among a million, two share one with a probability of 3·10⁻⁸,
/// and then one of them counts as the other.
///
/// Open addressing with linear probing, at most two thirds full: 12 to 24 bytes a configuration. Not thread-safe.
public final class Fingerprints {
    /// 0 marks an empty place; the configuration whose fingerprint it is has this one.
    private static final long INSTEAD_OF_0 = 0x9E3779B97F4A7C15L;

    private long[] places = new long[16];
    private int size;

    public void add(Configuration configuration) {
        if (size * 3 >= places.length * 2) {
            grow();
        }
        long fingerprint = of(configuration);
        int place = place(fingerprint);
        size += places[place] == 0 ? 1 : 0;
        places[place] = fingerprint;
    }

    public boolean contains(Configuration configuration) {
        return places[place(of(configuration))] != 0;
    }

    private static long of(Configuration configuration) {
        long fingerprint = configuration.fingerprint();
        return fingerprint == 0 ? INSTEAD_OF_0 : fingerprint;
    }

    /// Where a fingerprint stands, or would.
    private int place(long fingerprint) {
        int mask = places.length - 1;
        int place = (int) (fingerprint ^ (fingerprint >>> 32)) & mask;
        while (places[place] != 0 && places[place] != fingerprint) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        for (long fingerprint : old) {
            if (fingerprint != 0) {
                places[place(fingerprint)] = fingerprint;
            }
        }
    }
}
