package dev.sextant.server.api;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Something may have come that somebody waits for. Thread-safe.
final class News {
    /// Longer than from one heartbeat to the next, and than it takes to read a large file.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();

    void tell() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something is there, for as long as it gets on.
    ///
    /// @param look cheap; asked again after all news
    /// @param progress a number that grows while more of it comes
    /// @return empty if nothing came for too long
    <T> Optional<T> await(Supplier<Optional<T>> look, LongSupplier progress) {
        lock.lock();
        try {
            long come = progress.getAsLong();
            long left = PATIENCE.toNanos();
            var found = look.get();
            while (found.isEmpty() && left > 0) {
                left = told.awaitNanos(left);
                long now = progress.getAsLong();
                left = now > come ? PATIENCE.toNanos() : left;
                come = now;
                found = look.get();
            }
            return found;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new RequestRefusedException(ErrorCode.STORE_FAILED, "The server is ending.\nCome back when it runs again.");
        } finally {
            lock.unlock();
        }
    }
}
