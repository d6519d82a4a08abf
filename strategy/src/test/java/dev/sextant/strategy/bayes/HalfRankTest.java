package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfRankTest {
    private static double[] warp(double... losses) {
        return HalfRank.warp(Arrays.stream(losses).mapToObj(Rank::complete).toArray(Rank[]::new));
    }

    @Test
    void theGoodHalfKeepsItsDistancesAndTheBadHalfItsOrder() {
        double[] warped = warp(1, 2, 4, 1e3, 1e9);
        assertThat((warped[2] - warped[1]) / (warped[1] - warped[0])).isCloseTo(2, within(1e-12));
        assertThat(warped).isSorted();
        assertThat(warped[4] - warped[3]).isLessThan(warped[2] - warped[0]);
    }

    @Test
    void theResultHasMeanZeroAndVarianceOne() {
        double[] warped = warp(3, -7, 0.5, 12, 2, 2, 9);
        assertThat(Arrays.stream(warped).sum()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(warped).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalLossesStayEqualAndNothingButTiesIsZero() {
        double[] warped = warp(5, 1, 5, 2, 5, 3);
        assertThat(warped[0]).isEqualTo(warped[2]).isEqualTo(warped[4]);
        assertThat(warp(7, 7, 7)).containsExactly(0, 0, 0);
        assertThat(warp(7)).containsExactly(0);
    }

    @Test
    void whatHasNoLossComesLastAndWhatWasCutOffBeforeIt() {
        Rank[] ranks = {Rank.LOST, Rank.complete(1e300), Rank.pruned(3, 0.1), Rank.complete(1), Rank.pruned(9, 0.2), Rank.complete(2)};
        double[] warped = HalfRank.warp(ranks);
        assertThat(DoubleStream.of(warped[3], warped[5], warped[1], warped[4], warped[2], warped[0]).toArray()).isSorted();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MAX_VALUE, 1e300, 1e-300, Double.MIN_VALUE})
    void lossesOfAnySizeGiveFiniteNumbers(double size) {
        double[] warped = warp(-size, size, 0, size / 2, size);
        assertThat(warped).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(warped).allMatch(Double::isFinite)).isTrue();
    }
}
