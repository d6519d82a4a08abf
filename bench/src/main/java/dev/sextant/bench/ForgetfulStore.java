package dev.sextant.bench;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps nothing but the creation, so that a measurement sees the engine alone.
record ForgetfulStore(StudySpec spec, Settings settings) implements StudyStore {
    @Override
    public Receipt append(List<Logged> events) {
        return () -> {};
    }

    @Override
    public long length() {
        return 1;
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        reader.accept(new Logged(0, Instant.EPOCH, new StudyEvent.Created(spec, settings)));
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return Optional.empty();
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {}

    @Override
    public void close() {}
}
