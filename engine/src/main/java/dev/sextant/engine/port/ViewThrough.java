package dev.sextant.engine.port;

import dev.sextant.model.event.Logged;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// A view of a study that shows what another one does; who implements it says what is different.
public interface ViewThrough extends StudyView {
    /// The other one.
    StudyView view();

    @Override
    default StudySpec spec() {
        return view().spec();
    }

    @Override
    default Settings settings() {
        return view().settings();
    }

    @Override
    default long length() {
        return view().length();
    }

    @Override
    default void events(long from, Consumer<Logged> reader) {
        view().events(from, reader);
    }

    @Override
    default void eventsOf(int trial, Consumer<Logged> reader) {
        view().eventsOf(trial, reader);
    }

    @Override
    default SequencedMap<Integer, Remarks> remarks() {
        return view().remarks();
    }

    @Override
    default Optional<TrialRecord> trial(int number) {
        return view().trial(number);
    }

    @Override
    default void trials(Consumer<TrialRecord> reader) {
        view().trials(reader);
    }

    @Override
    default void trialsInParts(Consumer<List<TrialRecord>> reader) {
        view().trialsInParts(reader);
    }
}
