package dev.sextant.strategy.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedLineTest {
    private final double[] x = {0.5, 0.1, 0.9, 0.5, 0.2};
    private final SortedLine line = new SortedLine();

    private int[] order() {
        return IntStream.range(0, line.size()).map(line::position).toArray();
    }

    private double reach(int index) {
        return line.reach(index, position -> x[position]);
    }

    @Test
    void positionsStandByTheirPlaceThenByThemselves() {
        for (int position = 0; position < x.length; position++) {
            line.put(x[position], position, true);
        }
        assertThat(order()).containsExactly(1, 4, 0, 3, 2);
        line.put(x[0], 0, false);
        line.put(x[0], 0, false);
        assertThat(order()).containsExactly(1, 4, 3, 2);
    }

    @Test
    void aKernelReachesToTheFartherNeighbourAndAtTheEdgeToItsOnlyOne() {
        line.put(x[0], 0, true);
        assertThat(reach(0)).isEqualTo(0.5);
        line.put(x[1], 1, true);
        line.put(x[2], 2, true);
        line.put(x[3], 3, true);
        assertThat(reach(0)).isEqualTo(0.4);
        assertThat(reach(1)).isEqualTo(0.4);
        assertThat(reach(2)).isEqualTo(0.4);
        assertThat(reach(3)).isEqualTo(0.4);
    }

    @Test
    void theEndsOfTheLineHaveTheirPlace() {
        line.put(1, 7, true);
        line.put(0, 8, true);
        assertThat(order()).containsExactly(8, 7);
    }

    @Test
    void tooManyTrialsAreSaidSo() {
        assertThatThrownBy(() -> line.put(0.5, 1 << 24, true)).hasMessageContaining("16777215 trials");
    }
}
