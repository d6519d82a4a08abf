package dev.sextant.app.results;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.util.Optional;
import java.util.function.Consumer;

/// The view of a study that nobody runs: these trials and no log.
public record FixedView(Results results) implements StudyView {
    @Override
    public StudySpec spec() {
        return results.spec();
    }

    @Override
    public Settings settings() {
        return Settings.STANDARD;
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {}

    @Override
    public Optional<TrialRecord> trial(int number) {
        return results.trials().stream().filter(t -> t.trial() == number).findFirst();
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        results.trials().forEach(reader);
    }
}
