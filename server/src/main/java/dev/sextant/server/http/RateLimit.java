package dev.sextant.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps one caller from taking the whole server: so many requests a second each, twice as many for a moment.
///
/// A bucket a caller, after Turner (1986), "New directions in communications": it holds what two seconds allow, fills
/// steadily, and each request takes one. O(1) a request. Thread-safe.
final class RateLimit {
    private static final double NANOS = 1e9;
    private static final double BURST_SECONDS = 2;

    private final double perSecond;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, long at) {}

    /// @param perSecond of one caller
    RateLimit(double perSecond) {
        this.perSecond = perSecond;
    }

    /// Takes one request of a caller.
    ///
    /// @param now nanoseconds of a clock that only goes forward
    /// @throws HttpRefusedException if he has had his share
    void take(String caller, long now) {
        var after = buckets.compute(caller, (_, before) -> taken(before == null ? new Bucket(perSecond * BURST_SECONDS, now) : before, now));
        if (after.left() < 0) {
            throw new HttpRefusedException(429, "too_many_requests",
                    "'%s' may send %.0f requests a second.%nAsk for several trials at once, and tell several results at once.".formatted(caller, perSecond),
                    Map.of("Retry-After", "1"));
        }
    }

    /// What is taken beyond the share is not owed.
    private Bucket taken(Bucket before, long now) {
        double filled = Math.min(perSecond * BURST_SECONDS, Math.max(0, before.left()) + (now - before.at()) / NANOS * perSecond);
        return new Bucket(filled - 1, now);
    }
}
