package dev.sextant.run.worker;

import java.time.Duration;

/// Where attempts come from, be they of one study or of several. Thread-safe.
public interface TrialSource {
    /// Called once, when nothing of an earlier run is left and before the first [#take].
    void begin();

    /// Asks for an attempt; waits for one if there is none now.
    ///
    /// @param most how long to wait
    Work take(Duration most);
}
