package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {
    private static final double CELL = 0x1p-32;

    @Nested
    class ThePlainSequence {
        @Test
        void beginsWithThePublishedPoints() {
            double[][] published = {
                {0, 0, 0, 0, 0}, {0.5, 0.5, 0.5, 0.5, 0.5}, {0.75, 0.25, 0.25, 0.25, 0.75}, {0.25, 0.75, 0.75, 0.75, 0.25},
                {0.375, 0.375, 0.625, 0.875, 0.375}, {0.875, 0.875, 0.125, 0.375, 0.875}, {0.625, 0.125, 0.875, 0.625, 0.625},
                {0.125, 0.625, 0.375, 0.125, 0.125}
            };
            Sobol sobol = Sobol.plain(5);
            for (int i = 0; i < published.length; i++) {
                assertThat(sobol.point(i)).as("point %d", i).containsExactly(published[i]);
            }
        }

        /// Compared with scipy 1.17.1, `qmc.Sobol(21201, scramble=False)`.
        @Test
        void agreesFarOutInIndexAndDimension() {
            double[] point = Sobol.plain(Sobol.MAX_DIMENSIONS).point(1000);
            int[] dimensions = {0, 1, 2, 9, 99, 999, 9999, 21200};
            double[] expected = {0.21972656, 0.09667969, 0.51855469, 0.06933594, 0.18652344, 0.20019531, 0.43261719, 0.08300781};
            for (int i = 0; i < dimensions.length; i++) {
                assertThat(point[dimensions[i]]).as("dimension %d", dimensions[i]).isCloseTo(expected[i], within(1e-8));
            }
        }
    }

    @Nested
    class AScrambledSequence {
        @ParameterizedTest
        @ValueSource(ints = {1, 16, 256})
        void putsOnePointIntoEachEqualIntervalOfEveryAxis(int points) {
            Sobol sobol = Sobol.scrambled(50, 7);
            for (int d = 0; d < 50; d++) {
                boolean[] hit = new boolean[points];
                for (int i = 0; i < points; i++) {
                    hit[(int) (sobol.point(3L * points + i)[d] * points)] = true;
                }
                assertThat(hit).as("dimension %d", d).doesNotContain(false);
            }
        }

        @Test
        void keepsTheNetOfTheFirstTwoDimensions() {
            Sobol sobol = Sobol.scrambled(2, 3);
            for (int rows = 1; rows <= 64; rows *= 2) {
                boolean[] hit = new boolean[64];
                for (int i = 0; i < 64; i++) {
                    double[] point = sobol.point(i);
                    int columns = 64 / rows;
                    int row = (int) (point[0] * rows);
                    hit[row * columns + (int) (point[1] * columns)] = true;
                }
                assertThat(hit).as("%d rows", rows).doesNotContain(false);
            }
        }

        @Test
        void fillsTheCubeMoreEvenlyThanIndependentDraws() {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
            Sobol sobol = Sobol.scrambled(6, 5);
            double[][] even = new double[256][];
            double[][] independent = new double[256][6];
            for (int i = 0; i < 256; i++) {
                even[i] = sobol.point(i);
                Arrays.setAll(independent[i], _ -> random.nextDouble());
            }
            assertThat(CentredDiscrepancy.of(even)).isLessThan(0.25 * CentredDiscrepancy.of(independent));
        }

        @Test
        void isUniformInEachPointOverTheSeeds() {
            int[] cells = new int[10];
            for (int seed = 0; seed < 5000; seed++) {
                cells[(int) (Sobol.scrambled(3, seed).point(5)[2] * 10)]++;
            }
            assertThat(ChiSquared.ofUniform(cells)).isLessThan(ChiSquared.NINE_DEGREES_ONE_IN_A_THOUSAND);
        }

        @Test
        void repeatsWithItsSeedAndChangesWithAnother() {
            assertThat(Sobol.scrambled(4, 1).point(9)).containsExactly(Sobol.scrambled(4, 1).point(9));
            assertThat(Sobol.scrambled(4, 1).point(9)).isNotEqualTo(Sobol.scrambled(4, 2).point(9));
        }

        @Test
        void neverTouchesTheEdges() {
            Sobol sobol = Sobol.scrambled(10, 11);
            for (long i = 0xFFFF_FFFFL - 1000; i <= 0xFFFF_FFFFL; i++) {
                for (double coordinate : sobol.point(i)) {
                    assertThat(coordinate).isBetween(CELL / 2, 1 - CELL / 2);
                }
            }
        }
    }

    @Nested
    class Wrong {
        @ParameterizedTest
        @ValueSource(ints = {0, -1, Sobol.MAX_DIMENSIONS + 1})
        void dimensionsAreRefused(int dimensions) {
            assertThatThrownBy(() -> Sobol.plain(dimensions)).hasMessageContaining("1 to 21201");
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1L << 32})
        void indicesAreRefused(long index) {
            assertThatThrownBy(() -> Sobol.plain(1).point(index)).hasMessageContaining("0 to 2^32 - 1");
        }
    }
}
