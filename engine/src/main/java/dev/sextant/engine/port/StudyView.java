package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /// One trial; empty if there is none with this number.
    Optional<TrialRecord> trial(int number);

    /// Hands over all trials by rising number.
    void trials(Consumer<TrialRecord> reader);

    /// How many trials there are.
    default int countOfTrials() {
        var count = new int[1];
        trials(_ -> count[0]++);
        return count[0];
    }

    /// The trials of some numbers, rising.
    ///
    /// @param from the first
    /// @param to behind the last
    default List<TrialRecord> trials(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::trial).flatMap(Optional::stream).toList();
    }
}
