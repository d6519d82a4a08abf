package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.app.terminal.OneLine;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import java.util.stream.Collectors;

/// An event in a few words.
final class EventText {
    private EventText() {}

    static String of(StudyEvent event) {
        return switch (event) {
            case StudyEvent.Created created -> "seed " + created.spec().seed();
            case StudyEvent.Evolved evolved -> "version %d of the space".formatted(evolved.spec().space().version());
            case StudyEvent.Remembered remembered -> "of study '%s': %s  %s".formatted(remembered.source(), remembered.configuration(),
                    text(remembered.metrics()));
            case StudyEvent.Changed _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _ -> "";
            case StudyEvent.Opened opened -> opened.holder();
            case StudyEvent.Closed closed -> closed.why();
            case StudyEvent.Abandoned abandoned -> abandoned.why();
            case StudyEvent.Proposed proposed -> "%s  (%s)".formatted(proposed.configuration(), proposed.why());
            case StudyEvent.Leased leased -> "attempt %d to %s".formatted(leased.attempt(), leased.worker());
            case StudyEvent.Measured measured ->
                    "step %d  %s  %s".formatted(measured.step(), text(measured.metrics()), measured.decision().word());
            case StudyEvent.Ended ended -> of(ended.outcome());
            case StudyEvent.Lost lost -> lost.why();
            case StudyEvent.PutAside aside -> aside.why();
            case StudyEvent.Cancelled cancelled -> cancelled.why();
            case StudyEvent.Prioritised(_, int priority) -> "priority " + priority;
            case StudyEvent.Noted(_, var remarks) -> "%s %s".formatted(String.join(" ", remarks.tags()), remarks.note()).strip();
            case StudyEvent.Requeued requeued -> requeued.why();
        };
    }

    private static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed(Metrics metrics) -> "complete  " + text(metrics);
            case Outcome.Pruned(Metrics metrics) -> "pruned  " + text(metrics);
            case Outcome.Failed(String reason, String _) -> "failed  " + OneLine.of(reason);
            case Outcome.Paused(Metrics metrics) -> "paused  " + text(metrics);
            case Outcome.Returned(String why) -> "put back  " + why;
        };
    }

    /// `loss=0.312 accuracy=0.97`.
    static String text(Metrics metrics) {
        return metrics.values().entrySet().stream().map(e -> e.getKey() + "=" + Figures.number(e.getValue()))
                .collect(Collectors.joining(" "));
    }
}
