package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the events of one study for the thread that writes. Its state is guarded by the lock of [Commits]; thread-safe.
///
/// @param <S> what the work knows of a study
public final class Intake<S> {
    private final Commits<S> commits;
    private final S study;
    private long next;
    private @Nullable Batch<S> taken;
    private @Nullable Batch<S> last;
    private @Nullable StoreException broken;
    private boolean closed;

    Intake(Commits<S> commits, S study, long next) {
        this.commits = commits;
        this.study = study;
        this.next = next;
    }

    S study() {
        return study;
    }

    /// Takes events for the next commit.
    public Batch<S> take(List<Logged> events) {
        return commits.locked(() -> {
            var why = broken != null ? broken : commits.broken();
            if (why != null) {
                return new Batch<>(this).failed(why);
            }
            if (closed) {
                throw new IllegalStateException("The store is closed.");
            }
            checkPositions(events);
            next += events.size();
            var batch = gathering();
            batch.add(events);
            return batch;
        });
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

    private Batch<S> gathering() {
        if (taken == null) {
            taken = new Batch<>(this);
            last = taken;
            commits.await(taken);
        }
        return taken;
    }

    /// The thread has come for what was taken; under the lock.
    void handedOver() {
        taken = null;
    }

    /// Refuses everything from now on; what is being committed may still be kept.
    void refuse(StoreException why) {
        commits.locked(() -> {
            if (broken == null) {
                broken = why;
                if (taken != null) {
                    taken.failed(why);
                    taken = null;
                }
            }
            return why;
        });
    }

    /// Takes nothing more, and returns when all that was taken is durable or failed. Idempotent.
    void close() {
        commits.locked(() -> {
            closed = true;
            return Optional.ofNullable(last);
        }).ifPresent(Batch::awaitSettled);
    }
}
