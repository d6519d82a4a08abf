package dev.sextant.app.export;

import dev.sextant.model.trial.TrialRecord;

/// Takes trials one by one and writes them down. A failing writer shows as [java.io.UncheckedIOException].
interface TrialSink {
    /// Before the first trial.
    void start();

    void trial(TrialRecord trial);

    /// After the last trial.
    void end();
}
