package dev.sextant.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// When each worker elsewhere was last heard, quietest first. O(1) a step. Not thread-safe.
final class Heard {
    /// A worker that is not heard for so long is lost.
    static final Duration SILENCE = Duration.ofMinutes(2);

    private final LinkedHashMap<String, Instant> last = new LinkedHashMap<>(16, 0.75f, true);

    void hear(String worker, Instant now) {
        last.put(worker, now);
    }

    /// Forgets and returns one worker that has been silent for too long.
    Optional<String> silent(Instant now) {
        var quietest = last.firstEntry();
        if (quietest == null || !quietest.getValue().plus(SILENCE).isBefore(now)) {
            return Optional.empty();
        }
        last.remove(quietest.getKey());
        return Optional.of(quietest.getKey());
    }
}
