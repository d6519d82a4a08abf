package dev.sextant.wire.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: twice as long after each failure, up to a limit, and by chance up to half of that less,
/// so that the many who wait for one server do not all come back at once. Thread-safe.
public final class Pauses {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");

    public Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /// The pause after so many failures in a row.
    ///
    /// @param failures at least 1
    public synchronized Duration after(int failures) {
        long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(chance.nextLong(most / 2, most + 1));
    }
}
