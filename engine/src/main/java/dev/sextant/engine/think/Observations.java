package dev.sextant.engine.think;

import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.strategy.Observation;
import java.util.List;
import java.util.Optional;

/// What a strategy is told of an event: trials and losses, nothing of workers, attempts and clocks.
public final class Observations {
    private Observations() {}

    /// The observation that an event is; empty for those that are none of a strategy's business.
    ///
    /// @param state of the study; only its objectives are looked at
    public static Optional<Observation> of(StudyEvent event, StudyState state) {
        return switch (event) {
            case StudyEvent.Proposed p -> Optional.of(
                    new Observation.Proposed(p.trial(), p.configuration(), p.fidelity(), p.origin(), p.note()));
            case StudyEvent.Measured m -> state.losses(m.metrics())
                    .map(losses -> new Observation.Measured(m.trial(), m.step(), losses));
            case StudyEvent.Ended e when e.again().isEmpty() -> of(e.trial(), e.outcome(), state);
            case StudyEvent.Lost l when !l.again() -> Optional.of(new Observation.Dropped(l.trial()));
            case StudyEvent.PutAside p -> Optional.of(new Observation.Paused(p.trial()));
            case StudyEvent.Cancelled c -> Optional.of(new Observation.Dropped(c.trial()));
            case StudyEvent.Requeued r -> Optional.of(new Observation.Repeated(r.trial(), r.fidelity()));
            case StudyEvent.Created _, StudyEvent.Changed _, StudyEvent.Opened _, StudyEvent.Closed _, StudyEvent.Abandoned _,
                    StudyEvent.StudyPaused _, StudyEvent.StudyResumed _, StudyEvent.Leased _, StudyEvent.Ended _,
                    StudyEvent.Lost _ -> Optional.empty();
        };
    }

    private static Optional<Observation> of(int trial, Outcome outcome, StudyState state) {
        return switch (outcome) {
            case Outcome.Completed(Metrics metrics) ->
                    Optional.of(new Observation.Completed(trial, state.losses(metrics).orElseThrow()));
            case Outcome.Pruned(Metrics metrics) ->
                    Optional.of(new Observation.Pruned(trial, state.losses(metrics).orElse(List.of())));
            case Outcome.Failed _ -> Optional.of(new Observation.Failed(trial));
            case Outcome.Paused(Metrics metrics) ->
                    Optional.of(new Observation.Paused(trial, state.losses(metrics).orElse(List.of())));
            case Outcome.Returned _ -> Optional.empty();
        };
    }
}
