package dev.sextant.server.request;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Trials in the order in which they ended, as the log has it. Whoever goes on at the position he was given gets each end exactly once, also
/// after he or the server was away. A trial that was run again after its end ends twice.
///
/// @param trials as they are now
/// @param next the position from which to go on
public record EndedTrials(List<TrialRecord> trials, long next) {
    /// The most trials in one answer.
    public static final int MOST = 10_000;

    /// Those whose end stands in the log from a position on.
    ///
    /// @param wanted numbers of trials; empty for all
    /// @param count of trials at most
    public static EndedTrials of(StudyView view, long after, Set<Long> wanted, int count) {
        var found = new ArrayList<TrialRecord>();
        long[] next = {after};
        view.eventsWhile(after, logged -> {
            next[0] = logged.position() + 1;
            if (logged.event() instanceof StudyEvent.OfTrial event && isEnd(event) && (wanted.isEmpty() || wanted.contains((long) event.trial()))) {
                view.trial(event.trial()).ifPresent(found::add);
            }
            return found.size() < count;
        });
        return new EndedTrials(found, next[0]);
    }

    private static boolean isEnd(StudyEvent.OfTrial event) {
        return switch (event) {
            case StudyEvent.Ended ended -> ended.again().isEmpty() && !(ended.outcome() instanceof Outcome.Paused || ended.outcome() instanceof Outcome.Returned);
            case StudyEvent.Lost lost -> !lost.again();
            case StudyEvent.Cancelled _ -> true;
            case StudyEvent.Proposed _, StudyEvent.Leased _, StudyEvent.Measured _, StudyEvent.PutAside _, StudyEvent.Prioritised _, StudyEvent.Noted _, StudyEvent.Requeued _ -> false;
        };
    }

    /// Writes the members of the answer.
    public void write(String study, JsonWriter answer) {
        answer.name("study").text(study).name("trials").startList();
        trials.forEach(trial -> TrialForm.write(trial, answer));
        answer.endList().name("next").whole(next);
    }
}
