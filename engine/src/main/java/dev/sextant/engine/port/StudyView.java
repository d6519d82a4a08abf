package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads one study. Any thread may read, at any time; what is read is what was durable when the call began.
public interface StudyView {
    StudySpec spec();

    /// The settings that hold now.
    Settings settings();

    /// How many events the log has.
    long length();

    /// Hands over the events from a position on, oldest first.
    void events(long from, Consumer<Logged> reader);

    /// Hands over the events from a position on, oldest first, until the reader has enough.
    ///
    /// @param reader answers whether it wants the next one
    default void eventsWhile(long from, Predicate<Logged> reader) {
        try {
            events(from, logged -> {
                if (!reader.test(logged)) {
                    throw new Enough();
                }
            });
        } catch (Enough _) {
            // It has what it wanted.
        }
    }

    /// Hands over the events that concern one trial, oldest first. Reads the whole log unless the store knows better.
    default void eventsOf(int trial, Consumer<Logged> reader) {
        events(0, logged -> {
            if (logged.event() instanceof StudyEvent.OfTrial concerned && concerned.trial() == trial) {
                reader.accept(logged);
            }
        });
    }

    /// What people wrote on trials, by rising number; what is empty was taken away again. Reads the whole log unless the store knows better.
    default SequencedMap<Integer, Remarks> remarks() {
        var remarks = new TreeMap<Integer, Remarks>();
        events(0, logged -> {
            if (logged.event() instanceof StudyEvent.Noted(int trial, Remarks written)) {
                remarks.put(trial, written);
            }
        });
        return remarks;
    }

    /// One trial; empty if there is none with this number.
    Optional<TrialRecord> trial(int number);

    /// Hands over all trials by rising number.
    void trials(Consumer<TrialRecord> reader);

    /// Hands over all trials by rising number, in parts, for whoever can wait for one part while it looks at another. Each part is as it was
    /// when it was read, so a trial of a later one may know more than those before.
    default void trialsInParts(Consumer<List<TrialRecord>> reader) {
        trials(trial -> reader.accept(List.of(trial)));
    }
}
