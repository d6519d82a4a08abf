package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to a database. Whatever was taken while it was busy goes into its next commit together, of
/// however many studies it is, and all who wait for that commit wait at the same latch: the more clients, the cheaper
/// each. Thread-safe.
///
/// @param <S> what the work knows of a study
public final class Commits<S> implements AutoCloseable {
    private final Work<S> work;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private List<Batch<S>> waiting = new ArrayList<>();
    private boolean closing;
    private @Nullable StoreException broken;
    private volatile @Nullable StoreException ending;

    /// What the thread does.
    public interface Work<S> {
        /// Commits events of one or more studies. What could not be kept is [failed][Batch#fail]; the rest is durable.
        ///
        /// @throws StoreException if nothing was kept
        void commit(List<Batch<S>> batches);

        /// Does what is due beside committing.
        ///
        /// @return nanoseconds until something else will be due
        long upkeep();

        /// Lets go of the database, after the last commit.
        void end();
    }

    private Commits(String name, Work<S> work) {
        this.work = work;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    /// Starts the thread.
    ///
    /// @param name of the thread
    public static <S> Commits<S> start(String name, Work<S> work) {
        var commits = new Commits<>(name, work);
        commits.thread.start();
        return commits;
    }

    /// Begins to take events of a study.
    ///
    /// @param next the position of the next event
    public Intake<S> open(S study, long next) {
        return new Intake<>(this, study, next);
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// Why nothing is taken any more of any study; under the lock.
    @Nullable StoreException broken() {
        return broken;
    }

    /// Puts a batch among those of the next commit; it may still be filled until then. Under the lock.
    void await(Batch<S> batch) {
        waiting.add(batch);
        wanted.signal();
    }

    /// Refuses everything of every study from now on; what is being committed may still be kept.
    public void refuse(StoreException why) {
        locked(() -> {
            if (broken == null) {
                broken = why;
                waiting.forEach(batch -> batch.fail(why));
                waiting = new ArrayList<>();
                wanted.signal();
            }
            return why;
        });
    }

    private void work() {
        try {
            for (var batches = nextBatches(); batches != null; batches = nextBatches()) {
                commit(batches);
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

    private @Nullable List<Batch<S>> nextBatches() {
        long pause = work.upkeep();
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closing) {
                    return null;
                }
                pause = wanted.awaitNanos(pause);
                if (pause <= 0) {
                    return List.of();
                }
            }
            return handOver();
        } catch (InterruptedException _) {
            refuse(new StoreException("The thread that writes was interrupted."));
            return null;
        } finally {
            lock.unlock();
        }
    }

    private List<Batch<S>> handOver() {
        var batches = waiting;
        batches.forEach(Batch::handedOver);
        waiting = new ArrayList<>();
        return batches;
    }

    private void commit(List<Batch<S>> batches) {
        var full = batches.stream().filter(Batch::isOpen).toList();
        try {
            if (!full.isEmpty()) {
                work.commit(full);
            }
        } catch (StoreException failed) {
            full.forEach(batch -> batch.fail(failed));
        } catch (RuntimeException | Error failed) {
            var wrapped = new StoreException("Events could not be written: " + failed.getMessage(), failed);
            full.forEach(batch -> batch.fail(wrapped));
        }
        batches.forEach(Batch::keep);
    }

    /// Commits what was taken and ends the thread.
    ///
    /// @throws StoreException if the database could not be let go of in good order
    @Override
    public void close() {
        locked(() -> {
            closing = true;
            wanted.signal();
            return closing;
        });
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
