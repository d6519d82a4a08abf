package dev.sextant.engine.think;

import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Proposal;
import java.util.OptionalLong;

/// What came of asking a strategy.
public sealed interface Thought {
    /// A configuration that may run.
    record Start(Proposal.Start proposal, Source source) implements Thought {
        static Start of(Configuration configuration, String why, Source source) {
            return new Start(new Proposal.Start(configuration, OptionalLong.empty(), why, ""), source);
        }
    }

    /// A configuration whose result is known already.
    record Reuse(Proposal.Start proposal, int trial, Source source) implements Thought {}

    /// A new trial that goes on from the checkpoint of another.
    record Branch(Proposal.Branch proposal, Source source) implements Thought {}

    /// A paused trial should go on.
    record Resume(Proposal.Resume proposal) implements Thought {}

    /// Nothing until something ends.
    record Wait() implements Thought {}

    /// Nothing, ever again.
    record Exhausted(String why) implements Thought {}
}
