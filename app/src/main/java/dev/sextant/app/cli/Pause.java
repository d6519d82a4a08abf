package dev.sextant.app.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A short wait between two looks at something that does not say when it changes, such as a file.
final class Pause {
    private Pause() {}

    /// Waits, and says whether to look again: not if the thread was interrupted.
    static boolean over(Duration span) {
        LockSupport.parkNanos(span.toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
