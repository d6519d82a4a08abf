package dev.sextant.server.view;

import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a table shows of one trial, wherever it is kept; each as in [TrialRecord].
interface TrialFacts {
    int trial();

    int attempt();

    TrialState state();

    OptionalDouble metric(String name);

    Optional<Value> parameter(String name);

    OptionalLong fidelity();

    Origin origin();

    Instant created();

    Optional<Instant> started();

    Optional<Instant> finished();

    String why();

    String reason();
}
