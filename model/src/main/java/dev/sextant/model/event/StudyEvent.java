package dev.sextant.model.event;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One thing that happened. The log of a study is a list of these; everything shown, told or recovered is read from it.
public sealed interface StudyEvent {
    /// An event that concerns one trial.
    sealed interface OfTrial extends StudyEvent {
        int trial();
    }

    /// The study was made. Always the first event.
    record Created(StudySpec spec, Settings settings) implements StudyEvent {}

    /// The study goes on in another space; trials before this event belong to the space before it, and are evidence
    /// where they [fit][dev.sextant.model.space.SearchSpace#fit] the space that holds now.
    ///
    /// @param spec with the next version of the space
    record Evolved(StudySpec spec, Settings settings) implements StudyEvent {}

    /// A result of an earlier study became evidence for this one.
    ///
    /// @param source name of that study
    /// @param configuration as one of this study's space
    /// @param metrics a value for every objective of this study
    record Remembered(String source, Configuration configuration, Metrics metrics) implements StudyEvent {}

    /// Budget, slots or the like were changed.
    record Changed(Settings settings) implements StudyEvent {}

    /// A process began to run the study. Running time is counted from here to the last event before the next one.
    record Opened(String holder) implements StudyEvent {}

    /// Nothing new is started until [StudyResumed].
    record StudyPaused() implements StudyEvent {}

    record StudyResumed() implements StudyEvent {}

    /// A process stopped running the study.
    ///
    /// @param why one line for people: `budget of 100 trials used`, `interrupted`
    record Closed(String why) implements StudyEvent {}

    /// The process that ran the study was found to be gone; its running time ended with its last event.
    record Abandoned(String why) implements StudyEvent {}

    /// A trial came to be and waits for a slot.
    ///
    /// @param why one line for people: why this configuration
    /// @param note opaque to all but the strategy, which gets it back when the study is opened again
    /// @param source how the strategy was asked; for a configuration of another origin, [Source#NONE]
    /// @param parent the trial from whose checkpoint this one goes on
    /// @param key under which somebody asked for it, and may ask once more without getting another one
    record Proposed(int trial, Configuration configuration, OptionalLong fidelity, Origin origin, String why, String note,
            Source source, OptionalInt parent, Optional<String> key) implements OfTrial {
        /// A trial of the strategy.
        public Proposed(int trial, Configuration configuration, OptionalLong fidelity, Origin origin, String why, String note,
                Source source, OptionalInt parent) {
            this(trial, configuration, fidelity, origin, why, note, source, parent, Optional.empty());
        }

        /// A trial that starts afresh.
        public Proposed(int trial, Configuration configuration, OptionalLong fidelity, Origin origin, String why, String note,
                Source source) {
            this(trial, configuration, fidelity, origin, why, note, source, OptionalInt.empty());
        }
    }

    /// How a strategy was asked for a proposal: enough to ask it again and get the same answer.
    ///
    /// @param seen how many events of the log the strategy had been told of
    /// @param asked the trial number that it was asked for; another trial may have taken that number meanwhile
    /// @param draw which draw of that number's random stream was taken, from 0: those before it were turned down
    record Source(long seen, int asked, int draw) {
        /// Of a configuration that no strategy thought of.
        public static final Source NONE = new Source(0, 0, 0);
    }

    /// An attempt began.
    ///
    /// @param worker who runs it
    /// @param tie what keeps the lease alive
    record Leased(int trial, int attempt, String worker, Tie tie) implements OfTrial {}

    /// A running trial reported.
    record Measured(int trial, int attempt, long step, Metrics metrics, Decision decision) implements OfTrial {}

    /// An attempt ended, and with it the trial, unless it was returned, paused, or `again` is set.
    ///
    /// @param again when a failed attempt is repeated: not before this time
    record Ended(int trial, int attempt, Outcome outcome, Optional<Instant> again) implements OfTrial {}

    /// The worker of an attempt was lost.
    ///
    /// @param again whether the trial is queued again; if not, it stays lost
    record Lost(int trial, int attempt, String why, boolean again) implements OfTrial {}

    /// A user put a trial aside; a running attempt ends with that.
    record PutAside(int trial, String why) implements OfTrial {}

    /// A user stopped a trial for good.
    record Cancelled(int trial, String why) implements OfTrial {}

    /// A user said how urgent a trial is that has not ended. Of those that wait, the most urgent starts first, and of
    /// equally urgent ones the lowest number.
    ///
    /// @param priority higher is sooner; every trial begins with 0
    record Prioritised(int trial, int priority) implements OfTrial {}

    /// A user wrote something on a trial, in place of what was there.
    record Noted(int trial, Remarks remarks) implements OfTrial {}

    /// A trial that had ended or was paused waits for a slot again, with a fresh count of retries.
    record Requeued(int trial, Configuration configuration, OptionalLong fidelity, String why) implements OfTrial {}
}
