package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.Optional;
import java.util.function.Consumer;

/// A study of which an even share of the trials is handed over, for models that would take too long to learn from all.
///
/// @param size how many trials the study has
/// @param most how many are handed over at most
record SampledView(StudyView view, int size, int most) implements StudyView {
    @Override
    public StudySpec spec() {
        return view.spec();
    }

    @Override
    public Settings settings() {
        return view.settings();
    }

    @Override
    public long length() {
        return view.length();
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        view.events(from, reader);
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return view.trial(number);
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        if (size <= most) {
            view.trials(reader);
        } else {
            Evenly.spread(size, most).forEach(number -> view.trial(number).ifPresent(reader));
        }
    }
}
