package dev.sextant.strategy.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final double[] ALONE = {1};

    private static Outcome complete(double... losses) {
        return new Outcome(0, true, Arrays.stream(losses).boxed().toList());
    }

    @Test
    void theBetterHalfKeepsItsDistancesAndTheWorseHalfIsPulledIn() {
        double[] warped = Targets.halfRank(new double[] {1, 2, 4, 1000, 1e6});
        assertThat((warped[1] - warped[0]) / (warped[2] - warped[1])).isCloseTo(0.5, within(1e-9));
        assertThat(warped).isSorted();
        assertThat(warped[4] - warped[2]).isLessThan(2 * (warped[2] - warped[0]));
    }

    @Test
    void numbersHaveMeanZeroAndVarianceOne() {
        double[] targets = Targets.of(List.of(complete(3), complete(-8), complete(1e300), complete(7)), ALONE);
        assertThat(DoubleStream.of(targets).average().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(DoubleStream.of(targets).map(t -> t * t).average().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(targets[1]).isLessThan(targets[0]);
    }

    @Test
    void tiesAndNothingAtAllAreHarmless() {
        assertThat(Targets.of(List.of(complete(5), complete(5)), ALONE)).containsExactly(0, 0);
        assertThat(Targets.of(List.of(), ALONE)).isEmpty();
    }

    @Test
    void aStoppedTrialIsNoBetterThanTheMedian() {
        Outcome stopped = new Outcome(0, false, List.of(-100.0));
        double[] targets = Targets.of(List.of(complete(1), complete(2), complete(3), stopped), ALONE);
        assertThat(targets[3]).isEqualTo(targets[1]);
    }

    @Test
    void severalObjectivesAreWeighed() {
        List<Outcome> outcomes = List.of(complete(0, 3), complete(1, 1), complete(3, 0));
        assertThat(Targets.of(outcomes, new double[] {0.99, 0.01})).isSorted();
        double[] other = Targets.of(outcomes, new double[] {0.01, 0.99});
        assertThat(other[2]).isLessThan(other[1]).isLessThan(other[0]);
    }
}
