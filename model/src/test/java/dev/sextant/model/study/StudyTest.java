package dev.sextant.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StudyTest {
    private static StudySpec study(String name, List<Objective> objectives, List<String> recorded) {
        return new StudySpec(name, SearchSpace.of(Parameter.of("x", IntRange.of(0, 1))), objectives, recorded,
                StrategySpec.of("random"), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "-x", "a b", "a/b", "ä"})
    void aNameThatIsNone_isRefused(String name) {
        assertThatThrownBy(() -> study(name, List.of(new Objective("loss", Objective.Goal.MIN)), List.of()))
                .hasMessageStartingWith("'" + name + "' is not a study name.");
    }

    @Test
    void aMetricNamedTwice_isRefused() {
        assertThatThrownBy(() -> study("s", List.of(new Objective("loss", Objective.Goal.MIN)), List.of("loss")))
                .hasMessage("Study 's': the metric 'loss' is named twice.");
    }

    @Test
    void aLoss_isLessForTheBetterValue_andTurnsBack() {
        var accuracy = new Objective("accuracy", Objective.Goal.MAX);
        assertThat(accuracy.loss(0.9)).isLessThan(accuracy.loss(0.8));
        assertThat(accuracy.value(accuracy.loss(0.9))).isEqualTo(0.9);
        assertThat(1 / accuracy.loss(0.0)).isPositive();
    }

    @Test
    void aBudget_hasOneLimitOfEachKind() {
        assertThatThrownBy(() -> Budget.of(new Limit.Trials(1), new Limit.Trials(2))).hasMessageContaining("at most one limit");
        assertThat(Budget.of(new Limit.Trials(1)).with(new Limit.Trials(5)).limit(Limit.Trials.class))
                .contains(new Limit.Trials(5));
    }

    @Test
    void pausesBeforeRetries_double_upToTheLongest() {
        var retries = new Retries(99, Duration.ofSeconds(1));
        assertThat(retries.before(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.before(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retries.before(99)).isEqualTo(Retries.LONGEST);
    }

    @Test
    void metrics_areFinite() {
        assertThatThrownBy(() -> Metrics.of("loss", Double.NaN)).hasMessage("Metric 'loss' must be a finite number, not NaN.");
    }

    @Test
    void states_keepTheirWordsAndCodes() {
        for (var state : TrialState.values()) {
            assertThat(TrialState.of(state.word())).isEqualTo(state);
            assertThat(TrialState.of(state.code())).isEqualTo(state);
        }
    }
}
