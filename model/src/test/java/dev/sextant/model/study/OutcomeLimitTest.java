package dev.sextant.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.study.OutcomeLimit.Side;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class OutcomeLimitTest {
    private static final OutcomeLimit LATENCY = new OutcomeLimit("latency", Side.AT_MOST, 20);
    private static final OutcomeLimit ACCURACY = new OutcomeLimit("accuracy", Side.AT_LEAST, 0.5);

    @Test
    void theExcessIsAShareOfTheBound() {
        assertThat(LATENCY.excess(25)).isEqualTo(0.25);
        assertThat(LATENCY.excess(10)).isEqualTo(-0.5);
        assertThat(ACCURACY.excess(0.4)).isCloseTo(0.2, within(1e-12));
        assertThat(new OutcomeLimit("slack", Side.AT_LEAST, 0).excess(-3)).isEqualTo(3);
        assertThat(new OutcomeLimit("slack", Side.AT_MOST, -4).excess(-3)).isEqualTo(0.25);
    }

    @Test
    void aValueEqualToTheBound_keepsIt() {
        assertThat(LATENCY.excess(20)).isZero();
        assertThat(OutcomeLimit.violation(List.of(LATENCY.excess(20)))).isZero();
    }

    @Test
    void extremeValues_stayFinite() {
        assertThat(new OutcomeLimit("m", Side.AT_MOST, 1e-300).excess(1e300)).isEqualTo(1e300);
        assertThat(OutcomeLimit.violation(List.of(1e300, 1e300))).isEqualTo(1e300);
        assertThatThrownBy(() -> new OutcomeLimit("m", Side.AT_MOST, Double.NaN)).hasMessageContaining("'m'");
    }

    @Test
    void whatOneLimitHasToSpare_doesNotMakeUpForAnother() {
        assertThat(OutcomeLimit.violation(List.of(-5.0, 0.25, 0.5))).isEqualTo(0.75);
    }

    @Test
    void withoutTheValueOfALimitedMetric_nothingIsKnown() {
        assertThat(OutcomeLimit.excesses(List.of(LATENCY, ACCURACY), m -> m.equals("latency") ? OptionalDouble.of(25) : OptionalDouble.empty())).isEmpty();
        assertThat(OutcomeLimit.excesses(List.of(LATENCY), _ -> OptionalDouble.of(25))).contains(List.of(0.25));
    }

    @Test
    void itReadsAsItIsWritten() {
        assertThat(LATENCY).hasToString("latency <= 20");
        assertThat(ACCURACY).hasToString("accuracy >= 0.5");
    }
}
