package dev.sextant.app.results;

import dev.sextant.engine.port.StudyView;
import java.util.LinkedHashSet;
import java.util.List;

/// The parameters that trials of a study have and its space has no more.
public final class FormerParameters {
    private FormerParameters() {}

    /// Their names, in the order in which they occur. Reads every trial if the space was ever changed.
    public static List<String> of(StudyView study) {
        var space = study.spec().space();
        var names = new LinkedHashSet<String>();
        if (space.version() > 1) {
            study.trials(trial -> trial.configuration().values().sequencedKeySet().stream()
                    .filter(name -> space.find(name).isEmpty()).forEach(names::add));
        }
        return List.copyOf(names);
    }
}
