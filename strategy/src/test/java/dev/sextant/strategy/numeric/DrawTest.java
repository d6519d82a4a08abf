package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);

    @Test
    void anIndexComesAsOftenAsItsWeightSays() {
        double[] weights = {1, 0, 3, 4, 2};
        int[] counts = new int[5];
        for (int i = 0; i < 100_000; i++) {
            counts[Draw.index(weights, random)]++;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(counts[i] / 100_000.0).as("weight %d", i).isCloseTo(weights[i] / 10, within(0.006));
        }
        assertThat(counts[1]).isZero();
    }

    @Test
    void aTrailingZeroWeightIsNeverDrawn() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Draw.index(new double[] {1e-300, 0}, random)).isZero();
        }
    }

    @Test
    void weightsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> Draw.index(new double[] {0, 0}, random)).hasMessageContaining("at least one above 0");
        assertThatThrownBy(() -> Draw.index(new double[] {1, Double.NaN}, random)).hasMessageContaining("needs finite ones");
        assertThatThrownBy(() -> Draw.index(new double[0], random)).hasMessageContaining("0 weights");
    }

    @Test
    void everyPermutationOfThreeIsAsLikely() {
        int[] cells = new int[6];
        for (int i = 0; i < 12_000; i++) {
            int[] order = Draw.permutation(3, random);
            cells[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        assertThat(ChiSquared.ofUniform(cells)).isLessThan(ChiSquared.NINE_DEGREES_ONE_IN_A_THOUSAND);
        assertThat(Arrays.stream(Draw.permutation(100, random)).sorted().toArray())
                .containsExactly(IntStream.range(0, 100).toArray());
    }

    @Test
    void logarithmsAddWithoutOverflow() {
        assertThat(LogSum.of(-1000, -1000)).isCloseTo(-1000 + Math.log(2), within(1e-12));
        assertThat(LogSum.of(Double.NEGATIVE_INFINITY, -3)).isEqualTo(-3);
        assertThat(LogSum.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LogSum.of(new double[] {800, 800, 800, 5000}, 3)).isCloseTo(800 + Math.log(3), within(1e-12));
        assertThat(LogSum.of(new double[0], 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
