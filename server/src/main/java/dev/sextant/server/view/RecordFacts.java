package dev.sextant.server.view;

import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The facts of a trial that was read from a store.
record RecordFacts(TrialRecord record) implements TrialFacts {
    @Override
    public int trial() {
        return record.trial();
    }

    @Override
    public int attempt() {
        return record.attempt();
    }

    @Override
    public TrialState state() {
        return record.state();
    }

    @Override
    public OptionalDouble metric(String name) {
        return record.metrics().value(name);
    }

    @Override
    public Optional<Value> parameter(String name) {
        return record.configuration().value(name);
    }

    @Override
    public OptionalLong fidelity() {
        return record.fidelity();
    }

    @Override
    public Origin origin() {
        return record.origin();
    }

    @Override
    public Instant created() {
        return record.created();
    }

    @Override
    public Optional<Instant> started() {
        return record.started();
    }

    @Override
    public Optional<Instant> finished() {
        return record.finished();
    }

    @Override
    public String why() {
        return record.why();
    }

    @Override
    public String reason() {
        return record.reason();
    }
}
