package dev.sextant.app.terminal;

import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Numbers;
import java.util.stream.Collectors;

/// What is said of each finished trial where there is no terminal, one line a trial.
public final class PlainLine {
    private PlainLine() {}

    /// `trial 17 complete accuracy=0.9825 in 1.3 s: lr=0.155 hidden=39`.
    public static String of(StudySpec spec, TrialRecord trial) {
        var figures = !trial.metrics().values().isEmpty()
                ? trial.metrics().values().entrySet().stream()
                        .map(e -> " " + e.getKey() + "=" + Numbers.text(e.getValue())).collect(Collectors.joining())
                : trial.reason().isEmpty() ? "" : " (" + Failure.of(trial.trial(), trial.reason(), trial.lastLines()).what() + ")";
        var took = trial.duration().map(d -> " in " + Clock.span(d)).orElse("");
        var part = spec.fidelity().filter(_ -> trial.fidelity().isPresent())
                .map(range -> " at %s=%d".formatted(range.name(), trial.fidelity().getAsLong())).orElse("");
        var beyond = trial.state() == TrialState.COMPLETE && spec.violation(trial.metrics()::value) > 0 ? ", beyond a limit" : "";
        return "%s: trial %d %s%s%s%s%s: %s".formatted(spec.name(), trial.trial(), trial.state().word(), figures, part, took, beyond,
                OneLine.of(trial.configuration().toString()));
    }
}
