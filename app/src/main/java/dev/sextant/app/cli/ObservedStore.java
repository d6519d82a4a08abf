package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.port.ViewThrough;
import dev.sextant.model.event.Logged;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A store that lets somebody watch what it is given, without reading it back; it remembers nothing while nobody does.
/// Thread-safe.
final class ObservedStore implements StudyStore, ViewThrough {
    /// Events, and the way to learn that they are durable.
    record Appended(List<Logged> events, Receipt receipt) {}

    private final StudyStore store;
    private final BlockingQueue<Appended> appended = new LinkedBlockingQueue<>();
    private volatile boolean isWatched;

    ObservedStore(StudyStore store) {
        this.store = store;
    }

    @Override
    public StudyView view() {
        return store;
    }

    /// Begins to remember what is appended.
    void watch() {
        isWatched = true;
    }

    /// What was appended and not yet taken, oldest first.
    BlockingQueue<Appended> appended() {
        return appended;
    }

    /// Two appends of the same moment must be queued in the order of the log.
    @Override
    public synchronized Receipt append(List<Logged> events) {
        var receipt = store.append(events);
        if (isWatched) {
            appended.add(new Appended(events, receipt));
        }
        return receipt;
    }

    @Override
    public void close() {
        store.close();
    }
}
