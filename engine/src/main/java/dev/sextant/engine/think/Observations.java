package dev.sextant.engine.think;

import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import java.util.List;
import java.util.Optional;

/// What a strategy is told of an event: trials and losses, nothing of workers, attempts and clocks.
public final class Observations {
    private Observations() {}

    /// The observation that an event is; empty for those that are none of a strategy's business, and for trials that do
    /// not fit the space.
    ///
    /// @param state of the study after the event
    public static Optional<Observation> of(StudyEvent event, StudyState state) {
        return event instanceof StudyEvent.OfTrial concerned && state.versions().isMisfit(concerned.trial()) ? Optional.empty() : fitting(event, state);
    }

    private static Optional<Observation> fitting(StudyEvent event, StudyState state) {
        return switch (event) {
            case StudyEvent.Proposed p -> Optional.of(proposed(p, state));
            case StudyEvent.Measured m -> state.losses(m.metrics())
                    .map(losses -> new Observation.Measured(m.trial(), m.step(), losses, state.spec().excesses(m.metrics()::value)));
            case StudyEvent.Ended e when e.again().isEmpty() -> of(e.trial(), e.outcome(), state);
            case StudyEvent.Lost l when !l.again() -> Optional.of(new Observation.Dropped(l.trial()));
            case StudyEvent.PutAside p -> Optional.of(new Observation.Paused(p.trial()));
            case StudyEvent.Cancelled c -> Optional.of(new Observation.Dropped(c.trial()));
            case StudyEvent.Requeued r -> Optional.of(new Observation.Repeated(r.trial(), r.fidelity()));
            case StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Remembered _, StudyEvent.Changed _, StudyEvent.Opened _,
                    StudyEvent.Closed _, StudyEvent.Abandoned _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _, StudyEvent.Leased _, StudyEvent.Prioritised _, StudyEvent.Noted _, StudyEvent.Ended _,
                    StudyEvent.Lost _ -> Optional.empty();
        };
    }

    /// A trial of an earlier version of the space is nobody's proposal: who made it, and what its note meant, went with that
    /// version.
    private static Observation proposed(StudyEvent.Proposed p, StudyState state) {
        return state.versions().isEarlier()
                ? new Observation.Proposed(p.trial(), state.versions().fit(p.configuration()).orElseThrow(), p.fidelity(), Origin.ADDED, "")
                : new Observation.Proposed(p.trial(), p.configuration(), p.fidelity(), p.origin(), p.note());
    }

    /// The result of an earlier study that an event brings, if it fits the space and breaks no limit.
    public static Optional<Remembered> remembered(StudyEvent event, StudyState state) {
        return event instanceof StudyEvent.Remembered(String source, Configuration configuration, Metrics metrics) && state.spec().violation(metrics::value) == 0
                ? state.versions().fit(configuration).flatMap(c -> state.losses(metrics).map(losses -> new Remembered(source, c, losses)))
                : Optional.empty();
    }

    private static Optional<Observation> of(int trial, Outcome outcome, StudyState state) {
        return switch (outcome) {
            case Outcome.Completed(Metrics metrics) ->
                    Optional.of(new Observation.Completed(trial, state.losses(metrics).orElseThrow(), state.spec().excesses(metrics::value)));
            case Outcome.Pruned(Metrics metrics) ->
                    Optional.of(new Observation.Pruned(trial, state.losses(metrics).orElse(List.of()), state.spec().excesses(metrics::value)));
            case Outcome.Failed _ -> Optional.of(new Observation.Failed(trial));
            case Outcome.Paused(Metrics metrics) ->
                    Optional.of(new Observation.Paused(trial, state.losses(metrics).orElse(List.of()), state.spec().excesses(metrics::value)));
            case Outcome.Returned _ -> Optional.empty();
        };
    }
}
