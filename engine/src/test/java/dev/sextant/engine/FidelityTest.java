package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Trials that are run in part, and go on later.
final class FidelityTest {
    private final Fixture fixture = new Fixture();

    private Function<Request, Answer> start(long fidelity) {
        return request -> new Answer.Propose(new Proposal.Start(
                fixture.space.configuration(p -> p.domain().at(request.random().nextDouble())), OptionalLong.of(fidelity), "", ""));
    }

    private static Function<Request, Answer> resume(int trial, OptionalLong fidelity) {
        return _ -> new Answer.Propose(new Proposal.Resume(trial, fidelity, "promoted"));
    }

    @Test
    void aTrialThatRanInPart_isPausedWithItsFigures_andIsNeverTheBest() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        assertThat(given(desk).fidelity()).hasValue(3);
        desk.tell(0, 1, loss(0.5));
        var trial = desk.view().trial(0).orElseThrow();
        assertThat(trial.state()).isEqualTo(TrialState.PAUSED);
        assertThat(trial.metrics()).isEqualTo(Metrics.of("loss", 0.5));
        assertThat(trial.fidelity()).hasValue(3);
        assertThat(desk.best()).isEmpty();
    }

    @Test
    void aResumedTrial_isTheSameTrial_andIsToldWithItsFidelity() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        desk.tell(0, 1, loss(0.5));
        fixture.thinks = resume(0, OptionalLong.of(9));
        assertThat(given(desk)).satisfies(lease -> {
            assertThat(lease.trial()).isZero();
            assertThat(lease.attempt()).isEqualTo(2);
            assertThat(lease.fidelity()).hasValue(9);
        });
        desk.tell(0, 2, loss(0.4));
        fixture.thinks = resume(0, OptionalLong.empty());
        given(desk);
        desk.tell(0, 3, loss(0.3));
        assertThat(desk.best()).containsExactly(0);
        fixture.thinks = start(3);
        given(desk);
        assertThat(fixture.told).contains(new Observation.Paused(0, List.of(0.5)), new Observation.Repeated(0, OptionalLong.of(9)),
                new Observation.Paused(0, List.of(0.4)), new Observation.Repeated(0), new Observation.Completed(0, List.of(0.3)));
    }

    @Test
    void aReportOfTheStepUpToWhichATrialRuns_pausesIt() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        assertThat(desk.measure(0, 1, 2, Metrics.of("loss", 0.6))).isEqualTo(Decision.CONTINUE);
        assertThat(desk.measure(0, 1, 3, Metrics.of("seconds", 7))).isEqualTo(Decision.CONTINUE);
        assertThat(desk.measure(0, 1, 3, Metrics.of("loss", 0.5))).isEqualTo(Decision.PAUSE);
        desk.tell(0, 1, new Outcome.Paused(Metrics.of("loss", 0.5)));
        assertThat(desk.trialState(0)).isEqualTo(TrialState.PAUSED);
    }

    @Test
    void whenTheBudgetIsUsed_whatStandsMayGoOn_andIsPrunedAtTheEnd() {
        fixture.settings = fixture.settings.with(Budget.of(new Limit.Trials(2)));
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        given(desk);
        desk.tell(0, 1, loss(0.5));
        desk.tell(1, 1, loss(0.6));
        fixture.thinks = request -> request.mayStart() ? start(3).apply(request) : resume(0, OptionalLong.empty()).apply(request);
        assertThat(given(desk).trial()).isZero();
        desk.tell(0, 2, loss(0.4));
        fixture.thinks = start(3);
        assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.TRIALS));
        assertThat(desk.trialState(1)).isEqualTo(TrialState.PRUNED);
        assertThat(desk.progress().finished()).isEqualTo(2);
    }

    @Test
    void aContinuedStudy_mayResumeWhatWasPrunedAtTheEnd() {
        fixture.settings = fixture.settings.with(Budget.of(new Limit.Trials(1)));
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        desk.tell(0, 1, loss(0.5));
        assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOf(Asked.Over.class);
        fixture.thinks = resume(0, OptionalLong.of(9));
        var again = fixture.open();
        again.change(fixture.settings.with(Budget.of(new Limit.Trials(2))));
        assertThat(given(again).fidelity()).hasValue(9);
    }

    @Test
    void aStrategyThatWaitsWhileNothingRuns_isHalted() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        desk.tell(0, 1, loss(0.5));
        fixture.thinks = _ -> new Answer.Wait();
        assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.HALTED));
    }

    @Test
    void aTrialThatFailedInPart_isRunAgainInPart() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        desk.tell(0, 1, Outcome.Failed.because("no"));
        desk.retry(0);
        assertThat(given(desk).fidelity()).hasValue(3);
    }

    @Test
    void whatStands_resumedByAUser_isRunInFull() {
        fixture.thinks = start(3);
        var desk = fixture.open();
        given(desk);
        desk.putAside(0, "later");
        desk.resume(0);
        assertThat(given(desk).fidelity()).hasValue(3);
        desk.tell(0, 2, loss(0.5));
        desk.resume(0);
        assertThat(given(desk).fidelity()).isEmpty();
    }
}
