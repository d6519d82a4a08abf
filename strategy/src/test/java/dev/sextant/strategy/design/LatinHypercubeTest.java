package dev.sextant.strategy.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void everyIntervalOfEveryAxisHoldsOnePointOfEachCube(int cube) {
        LatinHypercube hypercube = new LatinHypercube(5, 40, 3);
        for (int axis = 0; axis < 5; axis++) {
            boolean[] hit = new boolean[40];
            for (int i = 0; i < 40; i++) {
                hit[(int) (hypercube.point(cube * 40L + i)[axis] * 40)] = true;
            }
            assertThat(hit).as("axis %d", axis).doesNotContain(false);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 39, 40, 1_000_000})
    void pointsMayBeReadInAnyOrder(long index) {
        LatinHypercube one = new LatinHypercube(3, 40, 9);
        LatinHypercube other = new LatinHypercube(3, 40, 9);
        other.point(500);
        assertThat(one.point(index)).containsExactly(other.point(index));
    }
}
