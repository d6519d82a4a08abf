package dev.sextant.engine.memory;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.TrialFold;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps a study in memory: every append is as durable as the process. Thread-safe.
public final class MemoryStore implements StudyStore {
    private StudySpec spec;
    private Settings settings;
    private final List<Logged> log = new ArrayList<>();
    private final List<TrialRecord> trials = new ArrayList<>();

    private MemoryStore(StudySpec spec, Settings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /// A new study, whose log holds that it was created.
    public static MemoryStore create(StudySpec spec, Settings settings, Instant now) {
        var store = new MemoryStore(spec, settings);
        store.append(List.of(new Logged(0, now, new StudyEvent.Created(spec, settings)))).await();
        return store;
    }

    @Override
    public synchronized Receipt append(List<Logged> events) {
        for (var logged : events) {
            take(logged);
        }
        return () -> {};
    }

    private void take(Logged logged) {
        if (logged.position() != log.size()) {
            throw new IllegalArgumentException("Study '%s': an event for position %d cannot follow position %d."
                    .formatted(spec.name(), logged.position(), log.size() - 1));
        }
        switch (logged.event()) {
            case StudyEvent.OfTrial event -> take(logged, event);
            case StudyEvent.Created created -> settings = created.settings();
            case StudyEvent.Evolved evolved -> {
                spec = evolved.spec();
                settings = evolved.settings();
            }
            case StudyEvent.Changed changed -> settings = changed.settings();
            case StudyEvent.Remembered _, StudyEvent.Opened _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _, StudyEvent.Closed _,
                    StudyEvent.Abandoned _ -> {}
        }
        log.add(logged);
    }

    private void take(Logged logged, StudyEvent.OfTrial event) {
        var record = TrialFold.next(find(event.trial()), logged, event);
        if (event.trial() < trials.size()) {
            trials.set(event.trial(), record);
        } else if (event.trial() == trials.size()) {
            trials.add(record);
        } else {
            throw new IllegalArgumentException("Study '%s': trial %d cannot follow trial %d."
                    .formatted(spec.name(), event.trial(), trials.size() - 1));
        }
    }

    private Optional<TrialRecord> find(int number) {
        return number >= 0 && number < trials.size() ? Optional.of(trials.get(number)) : Optional.empty();
    }

    @Override
    public synchronized StudySpec spec() {
        return spec;
    }

    @Override
    public synchronized Settings settings() {
        return settings;
    }

    @Override
    public synchronized long length() {
        return log.size();
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        copy(log, from).forEach(reader);
    }

    @Override
    public synchronized Optional<TrialRecord> trial(int number) {
        return find(number);
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        copy(trials, 0).forEach(reader);
    }

    /// A reader may take long, or append: it gets a copy, outside the lock.
    private synchronized <T> List<T> copy(List<T> list, long from) {
        return new ArrayList<>(list.subList((int) Math.min(from, list.size()), list.size()));
    }

    @Override
    public void close() {}
}
