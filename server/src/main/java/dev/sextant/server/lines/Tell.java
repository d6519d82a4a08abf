package dev.sextant.server.lines;

import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonWriter;

/// Takes the end of a trial: its values, why it failed, or that it was stopped early. `{"ok":true}` once that is kept;
/// `{"ok":false,…}` if the attempt no longer runs, and then nothing has changed.
final class Tell implements Handler {
    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "attempt", "values", "failed", "pruned");
        var at = Addressed.of(request, session);
        int attempt = at.attempt(request);
        var outcome = outcome(request, at);
        var told = request.blaming("values", () -> at.desk().tell(at.trial(), attempt, outcome));
        switch (told) {
            case TAKEN -> answer.name("ok").flag(true);
            case STALE -> answer.name("ok").flag(false).name("state").text(at.desk().trialState(at.trial()).word())
                    .name("why").text(late(at, attempt));
        }
    }

    private static Outcome outcome(Request request, Addressed at) {
        boolean pruned = request.flag("pruned");
        if (request.has("failed")) {
            if (pruned || request.has("values")) {
                throw contradiction(request);
            }
            return Outcome.Failed.because(request.text("failed"));
        }
        if (!pruned) {
            if (!request.has("values")) {
                throw contradiction(request);
            }
            return new Outcome.Completed(request.metrics("values", at.desk().spec()));
        }
        return new Outcome.Pruned(request.has("values") ? request.metrics("values", at.desk().spec()) : reported(at));
    }

    private static FormException contradiction(Request request) {
        return request.body().at().error("""
                tell needs either 'values' or 'failed'; a trial stopped by a decision has 'pruned'.
                Example: {"tell":{"study":"s","trial":0,"values":{"loss":24.1}}}""");
    }

    private static Metrics reported(Addressed at) {
        return at.desk().view().trial(at.trial()).map(TrialRecord::metrics).orElse(Metrics.NONE);
    }

    private static String late(Addressed at, int attempt) {
        var state = at.desk().trialState(at.trial());
        var now = state == TrialState.RUNNING ? "is running attempt %d".formatted(at.desk().attempt(at.trial())) : "is " + state.word();
        return "Study '%s': trial %d %s, so the result of attempt %d changes nothing."
                .formatted(at.desk().spec().name(), at.trial(), now, attempt);
    }
}
