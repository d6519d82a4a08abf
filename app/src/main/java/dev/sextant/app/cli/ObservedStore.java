package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A store that lets somebody watch what it is given, without reading it back; it remembers nothing while nobody does.
/// Thread-safe.
final class ObservedStore implements StudyStore {
    /// Events, and the way to learn that they are durable.
    record Appended(List<Logged> events, Receipt receipt) {}

    private final StudyStore store;
    private final BlockingQueue<Appended> appended = new LinkedBlockingQueue<>();
    private volatile boolean isWatched;

    ObservedStore(StudyStore store) {
        this.store = store;
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
    public StudySpec spec() {
        return store.spec();
    }

    @Override
    public Settings settings() {
        return store.settings();
    }

    @Override
    public long length() {
        return store.length();
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        store.events(from, reader);
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return store.trial(number);
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        store.trials(reader);
    }

    @Override
    public void close() {
        store.close();
    }
}
