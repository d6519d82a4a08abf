package dev.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private final Fixture fixture = new Fixture();
    private final OutcomeLimit latency = new OutcomeLimit("latency", OutcomeLimit.Side.AT_MOST, 20);

    private StudyDesk desk() {
        fixture.limits = List.of(latency);
        return fixture.open();
    }

    private static Outcome result(double loss, double latency) {
        return new Outcome.Completed(new Metrics(new LinkedHashMap<>(Map.of("loss", loss, "latency", latency))));
    }

    private static void run(StudyDesk desk, double loss, double latency) {
        var lease = Fixture.given(desk);
        desk.tell(lease.trial(), lease.attempt(), result(loss, latency));
    }

    @Test
    void aTrialBeyondALimit_isComplete_butNeverTheBest() {
        try (var desk = desk()) {
            run(desk, 1, 21);
            assertThat(desk.best()).isEmpty();
            run(desk, 5, 20);
            run(desk, 2, 30);
            assertThat(desk.best()).containsExactly(1);
            assertThat(desk.progress().count(TrialState.COMPLETE)).isEqualTo(3);
        }
        try (var again = fixture.open()) {
            assertThat(again.best()).containsExactly(1);
        }
    }

    @Test
    void theStrategyHearsOfTheExcess() {
        try (var desk = desk()) {
            run(desk, 1, 25);
            run(desk, 1, 10);
            desk.ask("worker", Tie.PROCESS);
            assertThat(fixture.told).contains(new Observation.Completed(0, List.of(1.0), List.of(0.25)), new Observation.Completed(1, List.of(1.0), List.of(-0.5)));
        }
    }

    @Test
    void aTargetIsReachedOnlyWithinTheLimits() {
        fixture.settings = fixture.settings.with(Budget.of(new Limit.Target(1)));
        try (var desk = desk()) {
            run(desk, 0.5, 99);
            run(desk, 0.9, 20);
            assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.TARGET));
        }
    }

    @Test
    void whileNothingKeepsTheLimits_comingNearerIsAnImprovement() {
        fixture.settings = fixture.settings.with(Budget.of(new Limit.Patience(2)));
        try (var desk = desk()) {
            run(desk, 1, 90);
            run(desk, 2, 80);
            run(desk, 3, 70);
            run(desk, 4, 20);
            run(desk, 3, 60);
            run(desk, 0, 50);
            assertThat(desk.ask("worker", Tie.PROCESS)).isInstanceOfSatisfying(Asked.Over.class,
                    over -> assertThat(over.ending().kind()).isEqualTo(Ending.Kind.PATIENCE));
        }
    }

    @Test
    void aResultWithoutALimitedMetric_isRefused() {
        try (var desk = desk()) {
            var lease = Fixture.given(desk);
            assertThatThrownBy(() -> desk.tell(lease.trial(), lease.attempt(), Fixture.loss(1))).hasMessageContaining("'latency' is needed; given: loss");
        }
    }

    @Test
    void aResultThatIsTakenOver_keepsItsLimitedMetric() {
        fixture.space = SearchSpace.of(Parameter.of("x", IntRange.of(0, 1)));
        fixture.duplicates = new Duplicates.Reuse();
        fixture.thinks = request -> Answer.start(fixture.space.configuration(p -> p.domain().at(request.trial() == 2 ? 0.9 : 0.1)), "");
        try (var desk = desk()) {
            run(desk, 1, 25);
            run(desk, 2, 20);
            var taken = desk.view().trial(1).orElseThrow();
            assertThat(taken.metrics()).isEqualTo(desk.view().trial(0).orElseThrow().metrics());
            assertThat(desk.best()).containsExactly(2);
        }
    }
}
