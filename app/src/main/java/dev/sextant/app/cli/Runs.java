package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialState;
import java.nio.file.Path;

/// The run folders of a study.
final class Runs {
    private Runs() {}

    /// Where an attempt at a trial writes: `runs/0000/000017`, and `runs/0000/000017.2` for the second attempt.
    static Path folder(StudyReading study, int trial, int attempt) {
        var name = "%06d%s".formatted(trial, attempt > 1 ? "." + attempt : "");
        return study.folder().resolve("runs").resolve("%04d".formatted(trial / 1000)).resolve(name);
    }

    static boolean isRunning(StudyReading study, int trial, int attempt) {
        return study.isHeld().getAsBoolean() && study.view().trial(trial)
                .filter(t -> t.attempt() == attempt && t.state() == TrialState.RUNNING).isPresent();
    }
}
