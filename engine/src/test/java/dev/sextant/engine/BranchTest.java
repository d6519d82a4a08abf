package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Ending;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Trials that go on from the checkpoint of another one: the first starts afresh, each later one continues the one before it.
final class BranchTest {
    private final Fixture fixture = new Fixture();

    BranchTest() {
        fixture.thinks = this::goOn;
    }

    private Answer goOn(Request request) {
        return request.trial() == 0
                ? Answer.start(fixture.space.start(), "first")
                : new Answer.Propose(new Proposal.Branch(request.trial() - 1, fixture.space.start(), OptionalLong.of(request.trial() + 1L), "on", ""));
    }

    @Test
    void theLease_namesTheParentAndHowFarToGo() {
        var desk = fixture.open();
        complete(desk, given(desk));
        assertThat(given(desk)).isEqualTo(new Lease(1, 1, fixture.space.start(), OptionalLong.of(2), OptionalInt.of(0)));
    }

    @Test
    void theSameConfigurationFromAnotherCheckpoint_isNoDuplicate() {
        var desk = fixture.open();
        for (int i = 0; i < 5; i++) {
            complete(desk, given(desk));
        }
        assertThat(desk.progress().count(TrialState.PAUSED)).isEqualTo(4);
        assertThat(desk.firstTrialOf(fixture.space.start())).hasValue(0);
    }

    @Test
    void aBranch_doesNotMakeAFreshTrialOfItsConfigurationADuplicate() {
        fixture.thinks = request -> request.trial() == 0 ? Answer.start(other(), "first")
                : new Answer.Propose(new Proposal.Branch(0, fixture.space.start(), OptionalLong.empty(), "on", ""));
        var desk = fixture.open();
        complete(desk, given(desk));
        given(desk);
        assertThat(desk.enqueue(fixture.space.start().values(), "afresh")).isEqualTo(2);
    }

    private Configuration other() {
        return fixture.space.accept(Map.of("x", new Value.Int(7)));
    }

    @Test
    void aRetryALossAndARestart_leaveParentAndFidelityAsTheyWere() {
        var desk = fixture.open();
        complete(desk, given(desk));
        var lease = given(desk);
        desk.tell(1, 1, Outcome.Failed.because("exit code 1"));
        desk.retry(1);
        assertThat(given(desk)).isEqualTo(attempt(2, lease));
        assertThat(given(fixture.open())).isEqualTo(attempt(3, lease));
    }

    @Test
    void aPausedBranch_goesOnWithItsFidelity() {
        var desk = fixture.open();
        complete(desk, given(desk));
        var lease = given(desk);
        desk.putAside(1, "later");
        desk.resume(1);
        assertThat(given(desk)).isEqualTo(attempt(2, lease));
    }

    @Test
    void aParentThatIsNotComplete_haltsTheStudyWithTheReason() {
        var desk = fixture.open();
        desk.tell(0, given(desk).attempt(), Outcome.Failed.because("exit code 1"));
        assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class, over -> {
            assertThat(over.ending().kind()).isEqualTo(Ending.Kind.HALTED);
            assertThat(over.ending().why()).contains("wants to go on from the checkpoint of trial 0, which is failed");
        });
    }

    @Test
    void theParent_standsInTheLog_andAReplayComparesIt() {
        var desk = fixture.open();
        complete(desk, given(desk));
        given(desk);
        assertThat(fixture.log()).extracting(logged -> logged.event() instanceof StudyEvent.Proposed p ? p.parent() : OptionalInt.empty())
                .contains(OptionalInt.of(0));
        assertThat(Replay.differences(fixture.store.orElseThrow(), _ -> fixture.strategy())).isEmpty();
        fixture.thinks = request -> request.trial() == 0 ? goOn(request) : Answer.start(fixture.space.start(), "not a branch");
        assertThat(Replay.differences(fixture.store.orElseThrow(), _ -> fixture.strategy())).hasSize(1);
    }

    private static Lease attempt(int attempt, Lease lease) {
        return new Lease(lease.trial(), attempt, lease.configuration(), lease.fidelity(), lease.parent());
    }

    private static void complete(StudyDesk desk, Lease lease) {
        desk.tell(lease.trial(), lease.attempt(), loss(lease.trial()));
    }
}
