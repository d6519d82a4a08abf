package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReachTest {
    private static final double[] BEST = {0.1, 0.5};

    @Test
    void itGrowsWithTheResultsUntilItEndsAndDoubtsLessAtFirst() {
        double narrow = Reach.after(4, BEST).high(1);
        assertThat(Reach.after(8, BEST).high(1)).isGreaterThan(narrow);
        assertThat(Reach.after(8, BEST).doubt()).isLessThan(1);
        assertThat(Reach.after(9, BEST).doubt()).isEqualTo(1);
        assertThat(Reach.after(14, BEST)).isNotSameAs(Reach.FULL);
        assertThat(Reach.after(15, BEST)).isSameAs(Reach.FULL);
    }

    @Test
    void theBoxStaysWithinTheSpace() {
        Reach reach = Reach.after(5, BEST);
        assertThat(reach.low(0)).isZero();
        assertThat(reach.high(0)).isCloseTo(0.4, within(1e-12));
        assertThat(reach.low(1)).isCloseTo(0.2, within(1e-12));
        assertThat(reach.within(1, 0)).isEqualTo(reach.low(1));
        assertThat(reach.within(1, 1)).isEqualTo(reach.high(1));
    }

    @Test
    void fullIsTheWholeSpace() {
        assertThat(Reach.FULL.low(3)).isZero();
        assertThat(Reach.FULL.high(3)).isEqualTo(1);
        assertThat(Reach.FULL.within(3, 0.3)).isEqualTo(0.3);
    }
}
