package dev.sextant.run.worker;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The way to whoever keeps a study, in this process or elsewhere. Thread-safe.
public interface StudyLink {
    /// Reports figures of a running attempt; safe from the end of this process when it returns.
    ///
    /// @param metrics at least one
    Decision measure(Lease lease, long step, Metrics metrics);

    /// Reports the end of an attempt; durable when it returns if the study does not keep all run folders, else soon.
    void tell(Lease lease, Outcome outcome);

    /// An attempt has ended by itself, or was stopped early; its end is told next. Nothing changes in its run folder any more, but it may be deleted
    /// once the end was told.
    default void leaves(Lease lease, Path folder, Artifacts named) {}

    /// An attempt that nobody wants any more has ended; there is nothing to tell of it.
    void dropped(Lease lease);

    /// Those of some attempts that nobody wants any more: they were cancelled or put aside. Cheap; asked some times a second.
    List<Lease> unwanted(List<Lease> running);

    /// Where a trial stands, with all that was told.
    TrialState state(int trial);

    /// Hands over what is known of all trials by rising number. Asked before the first of them is run.
    void trials(Consumer<TrialRecord> reader);
}
