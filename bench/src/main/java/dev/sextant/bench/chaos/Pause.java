package dev.sextant.bench.chaos;

import java.util.concurrent.locks.LockSupport;

/// Lets time pass.
final class Pause {
    private Pause() {}

    /// Some milliseconds, at least.
    static void of(int milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        for (long left = milliseconds * 1_000_000L; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
