package dev.sextant.app.results;

import static dev.sextant.app.results.TrialRecords.at;
import static dev.sextant.app.results.TrialRecords.complete;
import static dev.sextant.app.results.TrialRecords.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HypervolumeHistoryTest {
    private static final Objective LOSS = new Objective("loss", Objective.Goal.MIN);
    private static final Objective SPEED = new Objective("speed", Objective.Goal.MAX);

    private static TrialRecord both(int number, double loss, double speed) {
        return complete(number, new Metrics(new LinkedHashMap<>(Map.of("loss", loss, "speed", speed))));
    }

    private static Results study(TrialRecord... trials) {
        return new Results(SampleStudies.spec("s", SampleStudies.space(), LOSS, SPEED), List.of(trials), at(99));
    }

    /// Ranges of the front: 4 and 4. Reference: loss 4.4 and speed -0.4, a box of 4.4 by 4.4. Trial 0 covers 0.4 by 4.4,
    /// trial 1 the same the other way round without their corner, trial 3 the square of 2.4 without what they share.
    @Test
    void addsWhatEachTrialDominatesThatNoneBeforeItDid() {
        var history = HypervolumeHistory.of(study(both(0, 4, 4), both(1, 0, 0), failed(2, "x"), both(3, 2, 2), both(4, 5, 0)));
        assertThat(history.referenceText(List.of(LOSS, SPEED))).isEqualTo("loss 4.4, speed -0.4");
        assertThat(history.steps()).extracting(BestSoFar.Step::trial).containsExactly(0, 1, 3);
        assertThat(history.steps().get(0).value()).isCloseTo(1.76 / 19.36, within(1e-12));
        assertThat(history.steps().get(1).value()).isCloseTo(3.36 / 19.36, within(1e-12));
        assertThat(history.steps().get(2).value()).isCloseTo(7.36 / 19.36, within(1e-12));
        assertThat(history.exact()).isTrue();
    }

    @Test
    void aMedianThatIsWorseThanTheFrontIsTheReference() {
        var history = HypervolumeHistory.of(study(both(0, 1, 9), both(1, 2, 5), both(2, 3, 5)));
        assertThat(history.reference()).containsExactly(2.0, 5.0);
        assertThat(history.steps()).containsExactly(new BestSoFar.Step(0, 1));
    }

    @Test
    void neverFallsAndStaysAShare() {
        var history = HypervolumeHistory.of(SampleStudies.accuracyAndLatency(3_000));
        assertThat(history.steps()).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
        assertThat(history.steps()).allSatisfy(step -> assertThat(step.value()).isBetween(0.0, 1.0));
    }

    @Test
    void valuesOfEverySizeAndOneTrialAloneAreHarmless() {
        double most = Double.MAX_VALUE;
        var wide = HypervolumeHistory.of(study(both(0, most, most), both(1, -most, -most), both(2, 0, 0)));
        assertThat(wide.steps()).allSatisfy(step -> assertThat(step.value()).isBetween(0.0, 1.0));
        assertThat(HypervolumeHistory.of(study(both(7, 3, 3))).steps()).containsExactly(new BestSoFar.Step(7, 1));
        assertThat(HypervolumeHistory.of(study(failed(0, "x"))).steps()).isEmpty();
    }
}
