package dev.sextant.engine;

import dev.sextant.model.study.Ending;
import dev.sextant.model.trial.Lease;
import java.time.Instant;
import java.util.Optional;

/// What somebody who asks for work gets.
public sealed interface Asked {
    /// An attempt to run; durable.
    record Given(Lease lease) implements Asked {}

    /// Nothing now: ask again when something has changed, or at a time.
    record Wait(Optional<Instant> until, String why) implements Asked {}

    /// Nothing any more, unless the budget is raised or a user asks for more.
    record Over(Ending ending) implements Asked {}
}
