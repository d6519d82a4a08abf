package dev.sextant.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that stands still until it is set forward.
final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void pass(Duration span) {
        now = now.plus(span);
    }
}
