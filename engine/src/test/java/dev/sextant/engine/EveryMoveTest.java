package dev.sextant.engine;

import static dev.sextant.engine.Fixture.given;
import static dev.sextant.engine.Fixture.loss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.engine.study.Move;
import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Budget;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Proposal;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Takes every move of the table once, through the desk, and reads from the log that it did.
final class EveryMoveTest {
    private final Fixture fixture = new Fixture();

    @Test
    void everyMoveOfTheTable_isTaken() {
        fixture.settings = fixture.settings.with(Budget.UNLIMITED);
        var desk = fixture.open();
        desk.tell(given(desk).trial(), 1, loss(1));
        desk.add(Map.of("x", new Value.Int(1)), Metrics.of("loss", 2), "");
        failAndRetry(desk);
        desk.tell(given(desk).trial(), 1, new Outcome.Pruned(Metrics.NONE));
        pauseAndCancel(desk);
        reachItsFidelityAndGoOn(desk);
        returned(desk);
        cancelRunning(desk);
        loseForGood();
        fixture.open().retry(fixture.open().progress().counts().values().stream().mapToInt(i -> i).sum() - 1);
        assertThat(taken()).isEqualTo(table());
    }

    private static void failAndRetry(StudyDesk desk) {
        int trial = given(desk).trial();
        desk.tell(trial, 1, Outcome.Failed.because("no"));
        desk.retry(trial);
        desk.cancel(trial, "queued");
        desk.retry(trial);
        desk.tell(given(desk).trial(), 2, loss(3));
    }

    private static void pauseAndCancel(StudyDesk desk) {
        int running = given(desk).trial();
        desk.tell(running, 1, new Outcome.Paused());
        desk.resume(running);
        desk.putAside(running, "queued");
        desk.cancel(running, "paused");
    }

    private void reachItsFidelityAndGoOn(StudyDesk desk) {
        var thought = fixture.thinks;
        fixture.thinks = request -> new Answer.Propose(new Proposal.Start(
                fixture.space.configuration(p -> p.domain().at(request.random().nextDouble())), OptionalLong.of(1), "", ""));
        int trial = given(desk).trial();
        desk.tell(trial, 1, loss(5));
        fixture.thinks = _ -> new Answer.Exhausted();
        assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOf(Asked.Over.class);
        desk.resume(trial);
        desk.tell(given(desk).trial(), 2, loss(5));
        fixture.thinks = thought;
    }

    private static void returned(StudyDesk desk) {
        given(desk);
        desk.release("worker", "interrupted");
        desk.tell(given(desk).trial(), 2, loss(4));
    }

    private static void cancelRunning(StudyDesk desk) {
        desk.cancel(given(desk).trial(), "running");
    }

    private void loseForGood() {
        for (int i = 0; i < 5; i++) {
            given(fixture.open());
        }
    }

    /// `running -> lost` for every change of state that the log tells of.
    private Set<String> taken() {
        var state = new StudyState(fixture.spec());
        var taken = new TreeSet<String>();
        for (var logged : fixture.log()) {
            if (logged.event() instanceof StudyEvent.OfTrial event && event.trial() < state.trials()) {
                var before = state.state(event.trial());
                state.apply(logged);
                note(taken, before, state.state(event.trial()));
            } else {
                state.apply(logged);
            }
        }
        return taken;
    }

    private static void note(Set<String> taken, TrialState before, TrialState after) {
        if (before != after) {
            taken.add(before.word() + " -> " + after.word());
        }
    }

    private static Set<String> table() {
        return Arrays.stream(Move.values())
                .flatMap(m -> m.from().stream().map(from -> from.word() + " -> " + m.to().word()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
