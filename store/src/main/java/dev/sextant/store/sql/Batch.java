package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The events that one study brings to one commit, and the receipt for all who brought some of them.
///
/// Filled under the lock of [Commits]; thread-safe from then on.
///
/// @param <S> what the work knows of a study
public final class Batch<S> implements StudyStore.Receipt {
    private final Intake<S> intake;
    private final List<Logged> events = new ArrayList<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private @Nullable StoreException failure;

    Batch(Intake<S> intake) {
        this.intake = intake;
    }

    Batch<S> failed(StoreException why) {
        settle(why);
        return this;
    }

    void add(List<Logged> more) {
        events.addAll(more);
    }

    /// The study as the work knows it.
    public S study() {
        return intake.study();
    }

    /// In order. Empty for a receipt for all that was taken before.
    public List<Logged> events() {
        return events;
    }

    /// The events are not kept, and no later ones of the study are taken: whoever hears of the one finds the other.
    public void fail(StoreException why) {
        intake.refuse(why);
        settle(why);
    }

    /// The events are durable, unless it was said before that they are not.
    void keep() {
        events.clear();
        settled.countDown();
    }

    /// Whether nothing is known of it yet, and there is something to know.
    boolean isOpen() {
        return settled.getCount() > 0 && !events.isEmpty();
    }

    /// The thread has come for it.
    void handedOver() {
        intake.handedOver();
    }

    private synchronized void settle(StoreException why) {
        if (settled.getCount() > 0) {
            failure = why;
            settled.countDown();
        }
    }

    /// An interrupt does not cut the wait short, since what was taken may be durable all the same; it is kept for later.
    @Override
    public void await() {
        awaitSettled();
        if (failure != null) {
            throw failure.again();
        }
    }

    /// Returns when the events are durable, or failed.
    void awaitSettled() {
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
    }
}
