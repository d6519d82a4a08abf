package dev.sextant.store.postgres;

import java.time.Duration;
import java.time.InstantSource;

/// How a database is held.
///
/// @param heartbeat how often the holder says that it lives
/// @param patience how long a holder may be silent before another one may take its place
/// @param isStandby whether to wait for the place of a holder who lives, instead of being refused
/// @param clock for the times in logs; nothing is decided by it
public record PostgresAccess(Duration heartbeat, Duration patience, boolean isStandby, InstantSource clock) {
    /// A sign of life each second; ten seconds of silence, so that a standby has taken over within fifteen.
    public static PostgresAccess standard() {
        return new PostgresAccess(Duration.ofSeconds(1), Duration.ofSeconds(10), false, InstantSource.system());
    }

    /// Waits for its turn.
    public PostgresAccess standingBy() {
        return new PostgresAccess(heartbeat, patience, true, clock);
    }

    /// Other times.
    public PostgresAccess with(Duration otherHeartbeat, Duration otherPatience) {
        return new PostgresAccess(otherHeartbeat, otherPatience, isStandby, clock);
    }
}
