package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Tie;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A trial that has not ended: what the engine needs to hand it out and to take it back.
///
/// @param holder who runs it; empty while it is queued or paused
/// @param parent the trial from whose checkpoint it goes on
record Live(int trial, int attempt, Configuration configuration, OptionalLong fidelity, OptionalInt parent,
        Optional<Holder> holder) {
    /// Who runs an attempt, and what keeps the lease.
    record Holder(String worker, Tie tie) {}

    static Live queued(int trial, Configuration configuration, OptionalLong fidelity, OptionalInt parent) {
        return new Live(trial, 0, configuration, fidelity, parent, Optional.empty());
    }

    Live leased(int nextAttempt, String worker, Tie tie) {
        return new Live(trial, nextAttempt, configuration, fidelity, parent, Optional.of(new Holder(worker, tie)));
    }

    Live released() {
        return new Live(trial, attempt, configuration, fidelity, parent, Optional.empty());
    }

    Live with(OptionalLong other) {
        return new Live(trial, attempt, configuration, other, parent, holder);
    }

    Lease lease() {
        return new Lease(trial, attempt, configuration, fidelity, parent);
    }
}
