package dev.sextant.engine;

import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Observations;
import dev.sextant.engine.think.Thinker;
import dev.sextant.engine.think.Thought;
import dev.sextant.engine.think.Verdict;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a strategy would propose if it were asked now, and again with those proposals pending: the same that it will
/// propose if nothing is heard until then. The study is read, and nothing of it changes.
public final class Preview {
    private final StudyState state;
    private final Thinker thinker;
    private Instant latest = Instant.EPOCH;

    private Preview(StudyView study, Strategy strategy) {
        this.state = new StudyState(study.spec());
        this.thinker = new Thinker(Problem.of(study.spec()), strategy, Prospect.UNKNOWN);
        study.events(0, this::take);
    }

    /// A trial that would be.
    ///
    /// @param trial the number it would get
    public record Next(int trial, Proposal.Start proposal) {}

    /// The next new trials: `count` of them, or fewer if the strategy would then wait, go on with another trial, or be
    /// exhausted. Trials that are queued would be handed out before.
    ///
    /// @param fresh a strategy that was told nothing yet
    /// @throws IllegalArgumentException or another of the exceptions of a strategy, if it breaks
    public static List<Next> of(StudyView study, Strategy fresh, int count) {
        var preview = new Preview(study, fresh);
        var found = new ArrayList<Next>();
        while (found.size() < count) {
            var next = preview.next();
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
        }
        return found;
    }

    private Optional<Next> next() {
        int trial = state.trials();
        if (!(thinker.ask(trial, state.length(), c -> Verdict.on(c, state), true) instanceof Thought.Start(var proposal, var source))) {
            return Optional.empty();
        }
        take(new Logged(state.length(), latest, new StudyEvent.Proposed(trial, proposal.configuration(), proposal.fidelity(),
                Origin.STRATEGY, proposal.why(), proposal.note(), source)));
        return Optional.of(new Next(trial, proposal));
    }

    private void take(Logged logged) {
        latest = logged.at();
        state.apply(logged);
        Observations.of(logged.event(), state).ifPresent(thinker::recall);
        Observations.remembered(logged.event(), state).ifPresent(thinker::recall);
    }
}
