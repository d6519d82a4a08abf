package dev.sextant.server.request;

import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonWriter;
import java.util.EnumSet;
import java.util.Set;

/// Takes the end of a trial: its values, why it failed, that it was stopped early or paused, or that it was given back and is to be
/// run again. `{"ok":true}` once that is kept;
/// `{"ok":false,…}` if the attempt no longer runs, and then nothing has changed. Several at once, `{"results":[{…},…]}`, are
/// kept together and answered each for itself, `{"results":[{"ok":true},{"error":{…}}]}`.
final class Tell implements Handler {
    /// What may be wrong with one of several results. Anything else, such as a store that does not answer, concerns all of them, and
    /// whoever told them may do so again.
    private static final Set<ErrorCode> OF_ONE = EnumSet.of(ErrorCode.WRONG_FORM, ErrorCode.UNKNOWN_TRIAL, ErrorCode.NOT_ALLOWED);

    @Override
    public void answer(Request request, Session session, JsonWriter answer) {
        if (request.has("results")) {
            request.allowOnly("study", "results");
            answer.name("results").startList();
            request.parts("results").forEach(part -> answerPart(part, session, answer));
            answer.endList();
        } else {
            take(request, session, answer);
        }
        session.desk(request).settle();
    }

    private static void answerPart(Request part, Session session, JsonWriter answer) {
        answer.startObject();
        try {
            take(part, session, answer);
        } catch (RuntimeException refused) {
            var refusal = Refusal.of(refused, part.body().at());
            if (!OF_ONE.contains(refusal.code())) {
                throw refused;
            }
            refusal.write(answer);
        }
        answer.endObject();
    }

    private static void take(Request request, Session session, JsonWriter answer) {
        request.allowOnly("study", "trial", "attempt", "values", "failed", "last_lines", "pruned", "paused", "returned");
        var at = Addressed.of(request, session);
        int attempt = at.attempt(request);
        var outcome = outcome(request, at);
        var told = request.blaming("values", () -> at.desk().tellAhead(at.trial(), attempt, outcome));
        switch (told) {
            case TAKEN -> answer.name("ok").flag(true);
            case STALE -> answer.name("ok").flag(false).name("state").text(at.desk().trialState(at.trial()).word())
                    .name("why").text(late(at, attempt));
        }
    }

    private static Outcome outcome(Request request, Addressed at) {
        if (request.has("returned")) {
            return returned(request);
        }
        boolean pruned = request.flag("pruned");
        boolean paused = request.flag("paused");
        boolean contradicts = pruned ? paused : !paused && request.has("failed") == request.has("values");
        if (contradicts || (request.has("failed") && (pruned || paused || request.has("values"))) || (request.has("last_lines") && !request.has("failed"))) {
            throw contradiction(request);
        }
        if (request.has("failed")) {
            return new Outcome.Failed(request.text("failed"), request.text("last_lines", ""));
        }
        var metrics = request.has("values") ? request.metrics("values", at.desk().spec()) : reported(at);
        return pruned ? new Outcome.Pruned(metrics) : paused ? new Outcome.Paused(metrics) : new Outcome.Completed(metrics);
    }

    private static Outcome returned(Request request) {
        request.allowOnly("study", "trial", "attempt", "returned");
        return new Outcome.Returned(request.text("returned"));
    }

    private static FormException contradiction(Request request) {
        return request.body().at().error("""
                tell needs either 'values' or 'failed'; a trial stopped by a decision has 'pruned' or 'paused'.
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
