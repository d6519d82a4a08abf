package dev.sextant.server.view;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Outcome;
import java.util.Optional;

/// What happened to a trial, in words: `attempt 2 began on w1`.
final class AttemptText {
    private AttemptText() {}

    /// Empty for a report of figures.
    static Optional<String> of(StudyEvent.OfTrial event) {
        return switch (event) {
            case StudyEvent.Proposed proposed -> Optional.of("proposed" + (proposed.why().isEmpty() ? "" : ": " + proposed.why()));
            case StudyEvent.Leased leased -> Optional.of("attempt %d began on %s".formatted(leased.attempt(), leased.worker()));
            case StudyEvent.Measured _ -> Optional.empty();
            case StudyEvent.Ended ended -> Optional.of("attempt %d %s%s".formatted(ended.attempt(), outcome(ended.outcome()),
                    ended.again().isPresent() ? "; it is repeated" : ""));
            case StudyEvent.Lost lost -> Optional.of("attempt %d was lost: %s%s".formatted(lost.attempt(), lost.why(), lost.again() ? "; it is repeated" : ""));
            case StudyEvent.PutAside aside -> Optional.of("put aside: " + aside.why());
            case StudyEvent.Cancelled cancelled -> Optional.of("stopped: " + cancelled.why());
            case StudyEvent.Prioritised(_, int priority) -> Optional.of("priority " + priority);
            case StudyEvent.Noted _ -> Optional.empty();
            case StudyEvent.Requeued requeued -> Optional.of("queued again: " + requeued.why());
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> "is complete";
            case Outcome.Failed failed -> "failed: " + failed.reason();
            case Outcome.Pruned _ -> "was pruned";
            case Outcome.Paused _ -> "paused at its fidelity";
            case Outcome.Returned returned -> "was put back: " + returned.why();
        };
    }
}
