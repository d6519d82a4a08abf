package dev.sextant.strategy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingRulesTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));

    private static StoppingRule rule(StrategySpec spec, int objectives) {
        return StoppingRuleCatalog.find(spec.name()).create(new Problem(SPACE, objectives, spec,
                Optional.of(new FidelityRange("epochs", 1, 9)), 1));
    }

    private static Decision report(StoppingRule rule, int trial, long step, double... losses) {
        var report = new Observation.Measured(trial, step, Arrays.stream(losses).boxed().toList());
        var decision = rule.decide(report);
        assertThat(rule.decide(report)).as("a question changes nothing").isEqualTo(decision);
        rule.tell(report);
        return decision;
    }

    @Test
    void theMedianStopsWhatIsWorseThanHalfOfThoseThatCameAsFar() {
        var rule = rule(StrategySpec.of("median"), 1);
        for (int trial = 0; trial < 5; trial++) {
            assertThat(report(rule, trial, 2, trial)).isEqualTo(Decision.CONTINUE);
        }
        assertThat(report(rule, 5, 2, 2.5)).isEqualTo(Decision.STOP);
        assertThat(report(rule, 6, 2, 2)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 7, 3, 100)).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void aTrialIsJudgedByTheBestItHadReached() {
        var rule = rule(StrategySpec.of("median"), 1);
        for (int trial = 0; trial < 5; trial++) {
            report(rule, trial, 1, 5);
            report(rule, trial, 2, trial);
        }
        report(rule, 5, 1, 0.5);
        assertThat(report(rule, 5, 2, 99)).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void nobodyIsStoppedAtTheLastStepOrWithinTheWarmup() {
        var rule = rule(StrategySpec.of("percentile").with("warmup", new Value.Int(3)).with("startup", new Value.Int(1)), 1);
        for (int trial = 0; trial < 9; trial++) {
            report(rule, trial, 3, trial);
            report(rule, trial, 4, trial);
            report(rule, trial, 9, trial);
        }
        assertThat(report(rule, 20, 3, 99)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 20, 9, 99)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 21, 4, 99)).isEqualTo(Decision.STOP);
    }

    @Test
    void ofSeveralObjectivesTheFrontGoesOn() {
        var rule = rule(StrategySpec.of("median"), 2);
        for (int trial = 0; trial < 6; trial++) {
            report(rule, trial, 1, trial < 3 ? trial : trial + 10, trial < 3 ? 2 - trial : trial + 10);
        }
        assertThat(report(rule, 6, 1, 0.5, 0.5)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 7, 1, 30, 30)).isEqualTo(Decision.STOP);
    }

    @Test
    void aTrialThatIsRunAgainFromTheStart_losesItsOldFigures() {
        var rule = rule(StrategySpec.of("median"), 1);
        for (int trial = 0; trial < 5; trial++) {
            report(rule, trial, 1, trial);
            report(rule, trial, 2, trial);
        }
        report(rule, 5, 1, -1);
        report(rule, 5, 2, -1);
        report(rule, 5, 1, 50);
        assertThat(report(rule, 5, 2, 50)).isEqualTo(Decision.STOP);
    }

    @Test
    void ashaStopsWhatIsNotAmongTheBestThirdAtItsLevel_andLooksAtEachLevelOnce() {
        var rule = rule(StrategySpec.of("asha"), 1);
        assertThat(report(rule, 0, 1, 5)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 1, 1, 6)).isEqualTo(Decision.STOP);
        assertThat(report(rule, 2, 1, 4)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 2, 2, 99)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 2, 3, 99)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 3, 1, 3)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 3, 4, 98)).isEqualTo(Decision.CONTINUE);
        assertThat(report(rule, 0, 3, 100)).isEqualTo(Decision.STOP);
        assertThat(report(rule, 2, 9, 1000)).isEqualTo(Decision.CONTINUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "percentile", "asha"})
    void aRuleThatIsToldTheLog_decidesLikeOneThatWasAsked(String name) {
        var asked = rule(StrategySpec.of(name), 1);
        var told = rule(StrategySpec.of(name), 1);
        for (int i = 0; i < 200; i++) {
            int trial = i % 17;
            report(asked, trial, 1 + i / 17, (trial * 7 % 17) + i % 3);
            told.tell(new Observation.Measured(trial, 1 + i / 17, java.util.List.of((trial * 7 % 17) + i % 3 + 0.0)));
        }
        for (int trial = 20; trial < 40; trial++) {
            assertThat(report(told, trial, 1 + trial % 8, trial % 11)).isEqualTo(report(asked, trial, 1 + trial % 8, trial % 11));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "percentile, percent, 0, a whole number from 1 to 99", "median, percent, 30, has no setting 'percent'", "median, startup, 0, startup is 0",
        "asha, eta, 1, eta is 1", "asha, etta, 3, Did you mean 'eta'"
    })
    void wrongSettings_areRefusedByName(String name, String key, String value, String message) {
        assertThatThrownBy(() -> rule(StrategySpec.of(name).with(key, Value.of(value)), 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Stopping rule '%s'".formatted(name)).hasMessageContaining(message);
    }

    @Test
    void aRuleThatDoesNotExist_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> StoppingRuleCatalog.find("medain")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no stopping rule 'medain'; there are median, percentile, asha.\nDid you mean 'median'?");
    }
}
