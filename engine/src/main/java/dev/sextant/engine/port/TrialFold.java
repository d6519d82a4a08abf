package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What is known of a trial after an event of the log: the one fold by which every store keeps its table of trials.
///
/// It believes the log: whether a move was allowed is the engine's business. Pure.
public final class TrialFold {
    private TrialFold() {}

    /// A trial after the event that made it.
    ///
    /// @param at when that was
    public static TrialRecord first(Instant at, StudyEvent.Proposed event) {
        return new TrialRecord(event.trial(), 0, TrialState.QUEUED, event.configuration(), Metrics.NONE, event.origin(), at,
                Optional.empty(), Optional.empty(), event.why(), "", "", event.fidelity());
    }

    /// A trial after the next event that concerns it; `before` is empty exactly for its first.
    ///
    /// @throws IllegalArgumentException if the log does not begin with the making of the trial
    public static TrialRecord next(Optional<TrialRecord> before, Logged logged, StudyEvent.OfTrial event) {
        if (event instanceof StudyEvent.Proposed proposed) {
            return first(logged.at(), proposed);
        }
        return after(before.orElseThrow(() -> new IllegalArgumentException(
                "Event %d concerns trial %d, which no event before it has made.".formatted(logged.position(), event.trial()))),
                logged.at(), event);
    }

    private static TrialRecord after(TrialRecord before, Instant at, StudyEvent.OfTrial event) {
        return switch (event) {
            case StudyEvent.Proposed proposed -> first(at, proposed);
            case StudyEvent.Leased leased -> leased(before, leased.attempt(), at);
            case StudyEvent.Measured measured -> with(before, before.state(), merged(before.metrics(), measured.metrics()));
            case StudyEvent.Ended ended -> ended(before, ended, at);
            case StudyEvent.Lost lost -> lost.again()
                    ? waiting(before, TrialState.QUEUED, lost.why())
                    : over(before, TrialState.LOST, Metrics.NONE, lost.why(), at);
            case StudyEvent.Prioritised _, StudyEvent.Noted _ -> before;
            case StudyEvent.PutAside aside -> because(before, TrialState.PAUSED, aside.why());
            case StudyEvent.Cancelled cancelled ->
                    over(before, TrialState.CANCELLED, before.metrics(), cancelled.why(), at);
            case StudyEvent.Requeued requeued -> requeued(before, requeued);
        };
    }

    private static TrialRecord leased(TrialRecord before, int attempt, Instant at) {
        return new TrialRecord(before.trial(), attempt, TrialState.RUNNING, before.configuration(), before.metrics(),
                before.origin(), before.created(), Optional.of(at), Optional.empty(), before.why(), "", "", before.fidelity());
    }

    private static TrialRecord ended(TrialRecord before, StudyEvent.Ended event, Instant at) {
        return switch (event.outcome()) {
            case Outcome.Completed(var metrics) -> over(before, TrialState.COMPLETE, metrics, "", at);
            case Outcome.Pruned(var metrics) -> over(before, TrialState.PRUNED, metrics, "", at);
            case Outcome.Paused(var metrics) -> with(before, TrialState.PAUSED, merged(before.metrics(), metrics));
            case Outcome.Returned(var why) -> waiting(before, TrialState.QUEUED, why);
            case Outcome.Failed(var reason, var lastLines) -> lastLines(event.again().isPresent()
                    ? waiting(before, TrialState.QUEUED, reason)
                    : over(before, TrialState.FAILED, Metrics.NONE, reason, at), lastLines);
        };
    }

    private static TrialRecord requeued(TrialRecord before, StudyEvent.Requeued event) {
        boolean goesOn = before.state() == TrialState.PAUSED || before.state() == TrialState.PRUNED;
        return new TrialRecord(before.trial(), before.attempt(), TrialState.QUEUED, event.configuration(),
                goesOn ? before.metrics() : Metrics.NONE, before.origin(), before.created(), before.started(), Optional.empty(),
                before.why(), event.why(), "", event.fidelity());
    }

    /// An attempt came to nothing, and so did its figures.
    private static TrialRecord waiting(TrialRecord before, TrialState state, String reason) {
        return because(with(before, state, Metrics.NONE), state, reason);
    }

    private static TrialRecord with(TrialRecord before, TrialState state, Metrics metrics) {
        return new TrialRecord(before.trial(), before.attempt(), state, before.configuration(), metrics, before.origin(),
                before.created(), before.started(), before.finished(), before.why(), before.reason(), before.lastLines(),
                before.fidelity());
    }

    private static TrialRecord because(TrialRecord before, TrialState state, String reason) {
        return new TrialRecord(before.trial(), before.attempt(), state, before.configuration(), before.metrics(),
                before.origin(), before.created(), before.started(), before.finished(), before.why(), reason, "", before.fidelity());
    }

    private static TrialRecord over(TrialRecord before, TrialState state, Metrics metrics, String reason, Instant at) {
        return new TrialRecord(before.trial(), before.attempt(), state, before.configuration(), metrics, before.origin(),
                before.created(), before.started(), Optional.of(at), before.why(), reason, "", before.fidelity());
    }

    private static TrialRecord lastLines(TrialRecord before, String lines) {
        return new TrialRecord(before.trial(), before.attempt(), before.state(), before.configuration(), before.metrics(),
                before.origin(), before.created(), before.started(), before.finished(), before.why(), before.reason(), lines,
                before.fidelity());
    }

    /// The latest figure of each name, in the order in which the names were first seen.
    private static Metrics merged(Metrics earlier, Metrics later) {
        var all = new LinkedHashMap<>(earlier.values());
        all.putAll(later.values());
        return new Metrics(all);
    }
}
