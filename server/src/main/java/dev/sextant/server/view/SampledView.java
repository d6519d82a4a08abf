package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.port.ViewThrough;
import dev.sextant.model.trial.TrialRecord;
import java.util.function.Consumer;

/// A study of which an even share of the trials is handed over, for models that would take too long to learn from all.
///
/// @param size how many trials the study has
/// @param most how many are handed over at most
record SampledView(StudyView view, int size, int most) implements ViewThrough {
    @Override
    public void trials(Consumer<TrialRecord> reader) {
        if (size <= most) {
            view.trials(reader);
        } else {
            Evenly.spread(size, most).forEach(number -> view.trial(number).ifPresent(reader));
        }
    }
}
