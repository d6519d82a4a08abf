package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The events of one commit, and the receipt for all who brought some of them.
///
/// Filled under the lock of [Commits]; thread-safe from then on.
final class Batch implements StudyStore.Receipt {
    private final List<Logged> events = new ArrayList<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private boolean untouched = true;
    private @Nullable StoreException failure;

    static Batch failed(StoreException failure) {
        var batch = new Batch();
        batch.fail(failure);
        return batch;
    }

    void add(List<Logged> more) {
        events.addAll(more);
        untouched = false;
    }

    /// Whether nobody has a receipt; one for no events is a receipt too, for all that was taken before.
    boolean isUntouched() {
        return untouched;
    }

    List<Logged> events() {
        return events;
    }

    void keep() {
        settled.countDown();
    }

    void fail(StoreException why) {
        failure = why;
        settled.countDown();
    }

    /// An interrupt does not cut the wait short, since what was taken may be durable all the same; it is kept for later.
    @Override
    public void await() {
        boolean interrupted = false;
        while (true) {
            try {
                settled.await();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure.again();
        }
    }
}
