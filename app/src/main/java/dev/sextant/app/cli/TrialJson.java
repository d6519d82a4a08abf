package dev.sextant.app.cli;

import dev.sextant.app.results.Average;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Numbers;
import dev.sextant.wire.trial.TrialForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The documents of `trials --json` and `best --json`.
final class TrialJson {
    private TrialJson() {}

    /// `{"study":…,"trials":[…]}`.
    static String list(String study, List<TrialRecord> trials) {
        return "{\"study\":\"%s\",\"trials\":[%s]}".formatted(study,
                trials.stream().map(TrialForm::write).collect(Collectors.joining(",")));
    }

    /// `{"study":…,"trial":{…}}`, and where results are noisy `"average":{"trial":…,"value":…,"error":…,"results":…,"deviation":…}`.
    static String one(String study, TrialRecord trial, Optional<Average> average) {
        return "{\"study\":\"%s\",\"trial\":%s%s}".formatted(study, TrialForm.write(trial), average
                .map(a -> ",\"average\":{\"trial\":%d,\"value\":%s,\"error\":%s,\"results\":%d,\"deviation\":%s}".formatted(
                        a.trial().trial(), Numbers.text(a.value()), Numbers.text(a.error()), a.results(), Numbers.text(a.deviation()))).orElse(""));
    }
}
