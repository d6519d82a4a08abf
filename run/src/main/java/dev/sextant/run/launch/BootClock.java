package dev.sextant.run.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The clock by which `/proc` says when a process started: ticks of 10 ms since boot, time asleep included.
///
/// Looked up once a second at most and carried on in between. Begins at 0 where there is no `/proc`. Thread-safe.
public final class BootClock {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final long TICKS_PER_SECOND = 100;
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final long TRUSTED_NANOS = 1_000_000_000;
    /// Ticks by which this clock may be behind, if its thread was held up while it looked.
    public static final long BEHIND = 5;

    private record Reading(long nanos, long ticks) {}

    private volatile Reading last = read();

    /// A clock.
    public BootClock() {}

    /// Ticks since boot: never more than `/proc` would say, and no less than [#BEHIND] fewer.
    public long ticks() {
        long now = System.nanoTime();
        var reading = last;
        if (now - reading.nanos() >= TRUSTED_NANOS) {
            reading = read();
            last = reading;
            now = reading.nanos();
        }
        return reading.ticks() + (now - reading.nanos()) / NANOS_PER_TICK;
    }

    private static Reading read() {
        long ticks;
        try {
            var text = Files.readString(UPTIME);
            ticks = Math.round(Double.parseDouble(text.substring(0, text.indexOf(' '))) * TICKS_PER_SECOND);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException unknown) {
            ticks = 0;
        }
        return new Reading(System.nanoTime(), ticks);
    }
}
