package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import java.util.OptionalLong;

/// What a strategy answers when asked what to run next.
public sealed interface Answer {
    /// Run this.
    record Propose(Proposal proposal) implements Answer {}

    /// Nothing until some running trial reports, as when a rung is not full yet. Answered only while trials are
    /// pending; a strategy that waits for nothing would wait for ever.
    record Wait() implements Answer {}

    /// Nothing, ever again: all that this strategy wanted has been tried.
    record Exhausted() implements Answer {}

    /// Shorthand for a new configuration, to be run in full.
    static Answer start(Configuration configuration, String why) {
        return start(configuration, why, "");
    }

    /// The same with a note, which comes back to the strategy.
    static Answer start(Configuration configuration, String why, String note) {
        return new Propose(new Proposal.Start(configuration, OptionalLong.empty(), why, note));
    }
}
