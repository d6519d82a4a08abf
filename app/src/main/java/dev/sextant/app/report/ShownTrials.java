package dev.sextant.app.report;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.Thinning;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;

/// The part of a study that a report carries along.
///
/// @param trials by rising number
/// @param parameters all that can vary
/// @param isAll whether no trial is left out
record ShownTrials(List<TrialRecord> trials, List<Parameter> parameters, boolean isAll) {
    private static final int OTHER_COLUMNS = 7;

    static ShownTrials of(Results results, int cells) {
        var varying = results.spec().space().parameters().stream().filter(p -> !(p.domain() instanceof Constant)).toList();
        int columns = varying.size() + results.spec().metrics().size() + OTHER_COLUMNS;
        var trials = Thinning.keepBest(results, Math.max(100, cells / columns));
        return new ShownTrials(trials, varying, trials.size() == results.trials().size());
    }
}
