package dev.sextant.app.terminal;

import java.time.Duration;

/// Spans of time as people say them.
final class Clock {
    private Clock() {}

    /// `0.4 s`, `12 s`, `4 min 05 s`, `3 h 20 min`, `2 d 5 h`.
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (span.toMillis() < 10_000) {
            return "%.1f s".formatted(Math.max(0, span.toMillis()) / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60)
                : "%d d %d h".formatted(seconds / 86_400, seconds / 3600 % 24);
    }
}
