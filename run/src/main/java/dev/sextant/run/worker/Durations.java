package dev.sextant.run.worker;

import java.time.Duration;
import java.util.Locale;

/// Durations as users write them.
final class Durations {
    private Durations() {}

    /// `1h30m`, `90s` as `1m30s`, `0.25s`.
    static String text(Duration duration) {
        var iso = duration.toString();
        return iso.substring(iso.indexOf('T') + 1).toLowerCase(Locale.ROOT);
    }
}
