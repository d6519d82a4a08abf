package dev.sextant.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrialFoldTest {
    private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
    private static final StudyEvent.OfTrial PROPOSED = new StudyEvent.Proposed(0, configuration(1), OptionalLong.empty(),
            Origin.STRATEGY, "by chance", "", StudyEvent.Source.NONE);
    private static final StudyEvent.OfTrial LEASED = leased(1);

    private static Configuration configuration(long x) {
        return new Configuration(new LinkedHashMap<>(Map.of("x", new Value.Int(x))));
    }

    private static StudyEvent.OfTrial leased(int attempt) {
        return new StudyEvent.Leased(0, attempt, "local", Tie.PROCESS);
    }

    private static StudyEvent.OfTrial ended(Outcome outcome) {
        return new StudyEvent.Ended(0, 1, outcome, Optional.empty());
    }

    private static StudyEvent.OfTrial measured(Metrics metrics) {
        return new StudyEvent.Measured(0, 1, 1, metrics, Decision.CONTINUE);
    }

    /// The trial after events, one a second.
    private static TrialRecord after(StudyEvent.OfTrial... events) {
        Optional<TrialRecord> trial = Optional.empty();
        for (int i = 0; i < events.length; i++) {
            trial = Optional.of(TrialFold.next(trial, new Logged(i, START.plusSeconds(i), events[i]), events[i]));
        }
        return trial.orElseThrow();
    }

    @Test
    void aCompleteTrialHasItsFiguresAndTimes() {
        var trial = after(PROPOSED, LEASED, ended(new Outcome.Completed(Metrics.of("loss", 0.5))));

        assertThat(trial).isEqualTo(new TrialRecord(0, 1, TrialState.COMPLETE, configuration(1), Metrics.of("loss", 0.5),
                Origin.STRATEGY, START, Optional.of(START.plusSeconds(1)), Optional.of(START.plusSeconds(2)), "by chance", "", ""));
    }

    @Test
    void aRunningTrialShowsTheLatestFigureOfEachName() {
        var trial = after(PROPOSED, LEASED, measured(Metrics.of("loss", 3)), measured(Metrics.of("seconds", 1)),
                measured(Metrics.of("loss", 2)));

        assertThat(trial.state()).isEqualTo(TrialState.RUNNING);
        assertThat(trial.metrics().values()).containsExactly(Map.entry("loss", 2.0), Map.entry("seconds", 1.0));
    }

    @Test
    void aFailedTrialHasAReasonAndNoFigures() {
        var trial = after(PROPOSED, LEASED, measured(Metrics.of("loss", 3)), ended(new Outcome.Failed("exit code 3", "Traceback")));

        assertThat(trial.state()).isEqualTo(TrialState.FAILED);
        assertThat(trial.metrics()).isEqualTo(Metrics.NONE);
        assertThat(trial.reason()).isEqualTo("exit code 3");
        assertThat(trial.lastLines()).isEqualTo("Traceback");
        assertThat(trial.finished()).contains(START.plusSeconds(3));
    }

    @Test
    void aFailureThatIsRepeatedIsForgottenWhenTheNextAttemptBegins() {
        var failed = new StudyEvent.Ended(0, 1, new Outcome.Failed("exit code 3", "Traceback"), Optional.of(START.plusSeconds(9)));

        assertThat(after(PROPOSED, LEASED, failed).state()).isEqualTo(TrialState.QUEUED);
        assertThat(after(PROPOSED, LEASED, failed).finished()).isEmpty();
        var next = after(PROPOSED, LEASED, failed, leased(2));
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(next.reason()).isEmpty();
        assertThat(next.lastLines()).isEmpty();
    }

    @Test
    void aPausedTrialKeepsItsFigures() {
        var paused = after(PROPOSED, LEASED, measured(Metrics.of("loss", 3)), ended(new Outcome.Paused()));
        var requeued = after(PROPOSED, LEASED, measured(Metrics.of("loss", 3)), ended(new Outcome.Paused()),
                new StudyEvent.Requeued(0, configuration(1), OptionalLong.empty(), "resumed"));

        assertThat(paused.state()).isEqualTo(TrialState.PAUSED);
        assertThat(paused.metrics()).isEqualTo(Metrics.of("loss", 3));
        assertThat(requeued.state()).isEqualTo(TrialState.QUEUED);
        assertThat(requeued.metrics()).isEqualTo(Metrics.of("loss", 3));
    }

    @Test
    void anAttemptThatCameToNothingLeavesNoFigures() {
        var measured = measured(Metrics.of("loss", 3));

        assertThat(after(PROPOSED, LEASED, measured, ended(new Outcome.Returned("interrupted"))).metrics()).isEqualTo(Metrics.NONE);
        assertThat(after(PROPOSED, LEASED, measured, new StudyEvent.Lost(0, 1, "silence", true)))
                .returns(TrialState.QUEUED, TrialRecord::state).returns(Metrics.NONE, TrialRecord::metrics);
        assertThat(after(PROPOSED, LEASED, measured, new StudyEvent.Lost(0, 1, "silence", false)))
                .returns(TrialState.LOST, TrialRecord::state).returns("silence", TrialRecord::reason);
    }

    @Test
    void aUserPutsAsideAndCancels() {
        assertThat(after(PROPOSED, LEASED, new StudyEvent.PutAside(0, "later")).state()).isEqualTo(TrialState.PAUSED);
        assertThat(after(PROPOSED, new StudyEvent.Cancelled(0, "no more")))
                .returns(TrialState.CANCELLED, TrialRecord::state).returns(Optional.of(START.plusSeconds(1)), TrialRecord::finished);
    }

    @Test
    void aRequeuedTrialMayHaveAnotherConfiguration() {
        var trial = after(PROPOSED, LEASED, ended(Outcome.Failed.because("no value")),
                new StudyEvent.Requeued(0, configuration(2), OptionalLong.empty(), "retry"));

        assertThat(trial.configuration()).isEqualTo(configuration(2));
        assertThat(trial.finished()).isEmpty();
        assertThat(trial.reason()).isEqualTo("retry");
    }

    @Test
    void aTrialThatNothingMadeIsRefused() {
        assertThatThrownBy(() -> after(LEASED)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("trial 0");
    }
}
