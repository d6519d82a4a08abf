package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.trial.TrialForm;
import java.util.List;
import java.util.stream.Collectors;

/// The documents of `trials --json` and `best --json`.
final class TrialJson {
    private TrialJson() {}

    /// `{"study":…,"trials":[…]}`.
    static String list(String study, List<TrialRecord> trials) {
        return "{\"study\":\"%s\",\"trials\":[%s]}".formatted(study,
                trials.stream().map(TrialForm::write).collect(Collectors.joining(",")));
    }

    /// `{"study":…,"trial":{…}}`.
    static String one(String study, TrialRecord trial) {
        return "{\"study\":\"%s\",\"trial\":%s}".formatted(study, TrialForm.write(trial));
    }
}
