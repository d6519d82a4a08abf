package dev.sextant.run.worker;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Where attempts come from and results go to. Thread-safe.
public interface TrialSource {
    /// Asks for an attempt; waits for one if there is none now.
    ///
    /// @param most how long to wait
    Work take(Duration most);

    /// Reports figures of a running attempt; durable when it returns.
    ///
    /// @param metrics at least one
    Decision measure(Lease lease, long step, Metrics metrics);

    /// Reports the end of an attempt; durable when it returns if the study does not keep all run folders, else soon.
    void tell(Lease lease, Outcome outcome);

    /// Those of some attempts that nobody wants any more: they were cancelled or put aside. Cheap; asked some times a second.
    List<Lease> unwanted(List<Lease> running);

    /// Where a trial stands, with all that was told.
    TrialState state(int trial);

    /// Hands over what is known of all trials by rising number. Asked before the first [#take].
    void trials(Consumer<TrialRecord> reader);
}
