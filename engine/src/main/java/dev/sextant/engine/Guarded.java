package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore.Receipt;
import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.StudyEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The journal of one study under its lock. Thread-safe.
final class Guarded {
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Guarded(Journal journal) {
        this.journal = journal;
    }

    /// Runs an action under the lock; it must not wait for anything.
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// The journal; only inside [#locked].
    Journal journal() {
        return journal;
    }

    /// The state; only inside [#locked], but for its specification, which never changes.
    StudyState state() {
        return journal.state();
    }

    /// Writes events and wakes those who wait for a change; only inside [#locked].
    Receipt write(List<StudyEvent> events) {
        changed.signalAll();
        return journal.write(events);
    }

    /// Waits until the log is longer than `events`, or a time has passed.
    ///
    /// @return the length of the log
    long await(long events, Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (state().length() <= events && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state().length();
        } finally {
            lock.unlock();
        }
    }
}
