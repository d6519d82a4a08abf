package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one thread that writes. Whatever was taken while it was busy goes into its next commit together, and all who
/// wait for that commit wait at the same latch: the more clients, the cheaper each. Thread-safe.
final class Commits implements AutoCloseable {
    private final Work work;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private Batch taken = new Batch();
    private long next;
    private boolean closing;
    private @Nullable StoreException broken;
    private volatile @Nullable StoreException ending;

    /// What the thread does.
    interface Work {
        /// Commits events.
        ///
        /// @throws StoreException if they were not kept; then nothing is asked of it any more but [#end()]
        void commit(List<Logged> events);

        /// Does what is due beside committing.
        ///
        /// @return nanoseconds until something else will be due
        long upkeep();

        /// Lets go of the database, after the last commit.
        void end();
    }

    private Commits(String study, long next, Work work) {
        this.work = work;
        this.next = next;
        thread = Thread.ofPlatform().name("store of " + study).daemon().unstarted(this::work);
    }

    /// @param next the position of the next event
    static Commits start(String study, long next, Work work) {
        var commits = new Commits(study, next, work);
        commits.thread.start();
        return commits;
    }

    /// Takes events for the next commit.
    Batch take(List<Logged> events) {
        lock.lock();
        try {
            if (broken != null) {
                return Batch.failed(broken);
            }
            if (closing) {
                throw new IllegalStateException("The store is closed.");
            }
            checkPositions(events);
            next += events.size();
            taken.add(events);
            wanted.signal();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void checkPositions(List<Logged> events) {
        long expected = next;
        for (var logged : events) {
            if (logged.position() != expected) {
                throw new IllegalArgumentException("An event for position %d cannot follow position %d."
                        .formatted(logged.position(), expected - 1));
            }
            expected++;
        }
    }

    /// Refuses everything from now on; what is being committed may still be kept.
    void refuse(StoreException why) {
        lock.lock();
        try {
            if (broken == null) {
                broken = why;
                taken.fail(why);
                taken = new Batch();
                wanted.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (var batch = nextBatch(); batch != null; batch = nextBatch()) {
                commit(batch);
            }
        } finally {
            end();
        }
    }

    private void end() {
        try {
            work.end();
        } catch (StoreException failed) {
            refuse(failed);
            ending = failed;
        }
    }

    private @Nullable Batch nextBatch() {
        long pause = work.upkeep();
        lock.lock();
        try {
            while (taken.isUntouched()) {
                if (closing) {
                    return null;
                }
                pause = wanted.awaitNanos(pause);
                if (pause <= 0) {
                    return new Batch();
                }
            }
            var batch = taken;
            taken = new Batch();
            return batch;
        } catch (InterruptedException _) {
            refuse(new StoreException("The thread that writes was interrupted."));
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void commit(Batch batch) {
        try {
            if (!batch.events().isEmpty()) {
                work.commit(batch.events());
            }
            batch.keep();
        } catch (StoreException failed) {
            refuse(failed);
            batch.fail(failed);
        } catch (RuntimeException | Error failed) {
            var wrapped = new StoreException("Events could not be written: " + failed.getMessage(), failed);
            refuse(wrapped);
            batch.fail(wrapped);
        }
    }

    /// Commits what was taken and ends the thread.
    ///
    /// @throws StoreException if the database could not be let go of in good order
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (ending != null) {
            throw ending.again();
        }
    }
}
