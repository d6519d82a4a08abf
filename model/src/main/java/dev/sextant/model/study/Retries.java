package dev.sextant.model.study;

import java.time.Duration;

/// How failed attempts are repeated: up to `count` more, the `k`-th after `pause · 2^(k−1)`, at most [#LONGEST].
///
/// A lost or interrupted attempt is repeated without using one of these.
public record Retries(int count, Duration pause) {
    /// The longest pause before a retry.
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /// No retry.
    public static final Retries NONE = new Retries(0, Duration.ofSeconds(1));

    public Retries {
        if (count < 0 || pause.isNegative()) {
            throw new IllegalArgumentException("retries must be at least 0, not %d after %s.".formatted(count, pause));
        }
    }

    public static Retries of(int count) {
        return new Retries(count, NONE.pause);
    }

    /// The pause before the `k`-th retry, `k ≥ 1`.
    public Duration before(int k) {
        var pauses = pause.multipliedBy(1L << Math.min(k - 1, 30));
        return pauses.compareTo(LONGEST) < 0 ? pauses : LONGEST;
    }
}
