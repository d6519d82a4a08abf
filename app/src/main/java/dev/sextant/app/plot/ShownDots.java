package dev.sextant.app.plot;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.Thinning;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.util.List;
import java.util.Locale;

/// The complete trials that a chart has room for.
///
/// @param trials the best among them, by rising number
/// @param note how many of how many, for the line under the title
record ShownDots(List<TrialRecord> trials, String note) {
    static ShownDots of(Results results, int most) {
        var complete = results.trials().stream().filter(t -> t.state() == TrialState.COMPLETE).toList();
        var shown = Thinning.keepBest(new Results(results.spec(), complete, results.misfits(), results.asOf()), most);
        var all = Figures.count(complete.size(), "complete trial");
        return new ShownDots(shown, shown.size() == complete.size() ? all : String.format(Locale.ROOT, "%s, %,d of them drawn", all, shown.size()));
    }

    /// The value of an objective, which a complete trial has.
    static double value(TrialRecord trial, Objective objective) {
        return trial.metrics().value(objective.metric()).orElseThrow();
    }

    /// Smaller where there are many.
    double radius() {
        return trials.size() > 1500 ? 1.8 : trials.size() > 300 ? 2.6 : 3.6;
    }
}
