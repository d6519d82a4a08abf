package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads one study. Any thread may read, at any time; what is read is what was durable when the call began.
public interface StudyView {
    StudySpec spec();

    /// The settings that hold now.
    Settings settings();

    /// How many events the log has.
    long length();

    /// Hands over the events from a position on, oldest first.
    void events(long from, Consumer<Logged> reader);

    /// Hands over the events that concern one trial, oldest first. Reads the whole log unless the store knows better.
    default void eventsOf(int trial, Consumer<Logged> reader) {
        events(0, logged -> {
            if (logged.event() instanceof StudyEvent.OfTrial concerned && concerned.trial() == trial) {
                reader.accept(logged);
            }
        });
    }

    /// One trial; empty if there is none with this number.
    Optional<TrialRecord> trial(int number);

    /// Hands over all trials by rising number.
    void trials(Consumer<TrialRecord> reader);
}
