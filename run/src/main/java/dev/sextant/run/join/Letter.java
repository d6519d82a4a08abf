package dev.sextant.run.join;

import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;

/// One thing to be told of an attempt.
///
/// @param number among the letters of the attempt, from 0
/// @param route below the trial: `report` or `tell`
/// @param body JSON
record Letter(int number, String route, String body) {
    private static final String REPORT = "report";
    private static final String TELL = "tell";

    static Letter report(int number, Owed owed, long step, Metrics metrics) {
        var json = new JsonWriter().startObject().name("attempt").whole(owed.attempt()).name("step").whole(step).name("values");
        TrialForm.write(metrics, json);
        return new Letter(number, REPORT, json.endObject().finish());
    }

    static Letter end(int number, Owed owed, Outcome outcome) {
        var json = new JsonWriter().startObject().name("attempt").whole(owed.attempt());
        switch (outcome) {
            case Outcome.Completed(Metrics metrics) -> TrialForm.write(metrics, json.name("values"));
            case Outcome.Failed(String reason, String lastLines) -> {
                json.name("failed").text(reason);
                if (!lastLines.isEmpty()) {
                    json.name("last_lines").text(lastLines);
                }
            }
            case Outcome.Pruned(Metrics metrics) -> withValues("pruned", metrics, json);
            case Outcome.Paused(Metrics metrics) -> withValues("paused", metrics, json);
            case Outcome.Returned(String why) -> json.name("returned").text(why);
        }
        return new Letter(number, TELL, json.endObject().finish());
    }

    private static void withValues(String how, Metrics metrics, JsonWriter json) {
        json.name(how).flag(true);
        if (!metrics.values().isEmpty()) {
            TrialForm.write(metrics, json.name("values"));
        }
    }

    /// Whether nothing comes after it.
    boolean isEnd() {
        return route.equals(TELL);
    }
}
