package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.output.OutputReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a trial prints, as it comes.
///
/// @param call whose stdout gets it
record Tail(StudyReading study, int trial, Call call) {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Copies what is there and what comes, until the attempt has ended.
    ///
    /// @param file of the attempt; it may not be there at first
    /// @param onward whether to go on with the attempts that follow it
    void follow(Path file, int attempt, boolean onward) throws IOException {
        follow(file, attempt);
        for (var next = next(attempt, onward); next.isPresent(); next = next(next.get(), onward)) {
            call.err().println("sextant: Trial %d goes on with attempt %d.".formatted(trial, next.get()));
            follow(study.folder().run(trial, next.get()).resolve(file.getFileName()), next.get());
        }
    }

    private void follow(Path file, int attempt) throws IOException {
        var output = new OutputReader(file);
        boolean more = true;
        while (more) {
            boolean runs = isRunning(study, trial, attempt);
            output.copy(call.out());
            more = runs && Pause.over(PAUSE);
        }
    }

    /// Waits for the next attempt as long as there may be one.
    private Optional<Integer> next(int attempt, boolean onward) {
        boolean more = onward;
        while (more) {
            boolean held = study.isHeld().getAsBoolean();
            var now = study.view().trial(trial);
            var later = now.map(TrialRecord::attempt).filter(latest -> latest > attempt);
            if (later.isPresent()) {
                return later;
            }
            more = held && now.filter(t -> t.state() == TrialState.QUEUED).isPresent() && Pause.over(PAUSE);
        }
        return Optional.empty();
    }

    static boolean isRunning(StudyReading study, int trial, int attempt) {
        return study.isHeld().getAsBoolean() && study.view().trial(trial)
                .filter(t -> t.attempt() == attempt && t.state() == TrialState.RUNNING).isPresent();
    }
}
