package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Proposal;

/// What the halving strategies answer: a trial begins, goes on, or nothing is left. Immutable.
///
/// @param name of the strategy, for the reasons that people read
record Steps(String name, Levels levels) {
    /// A configuration begins at the level with which its bracket begins.
    Answer begin(Ideas.Idea idea, int bracket, int level) {
        return new Answer.Propose(new Proposal.Start(idea.configuration(), levels.fidelity(level),
                "%s: %s, to %d".formatted(name, idea.why(), levels.at(level)), new Tag(bracket, idea.thinker(), idea.note()).text()));
    }

    /// A trial goes on to the level above the one it stands at.
    Answer onward(Entrant entrant, String why) {
        int level = entrant.aim() + 1;
        return new Answer.Propose(new Proposal.Resume(entrant.trial(), levels.fidelity(level),
                "%s: %s at %d, goes on to %d".formatted(name, why, levels.at(level - 1), levels.at(level))));
    }

    /// Nothing can begin and nothing may go on: what runs is waited for; if nothing was ever run in full, the leader goes on.
    Answer end(Entrants entrants) {
        if (entrants.anyOnItsWay()) {
            return new Answer.Wait();
        }
        return entrants.anyComplete() ? new Answer.Exhausted()
                : entrants.leader().filter(e -> e.aim() < levels.top()).map(e -> onward(e, "the leader")).orElseGet(Answer.Exhausted::new);
    }
}
