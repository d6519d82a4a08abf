package dev.sextant.strategy.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Hypervolume;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoOrderTest {
    private static double[][] draws(int count, int objectives, String purpose) {
        RandomGenerator random = Streams.of(1, purpose);
        double[][] losses = new double[count][objectives];
        for (double[] row : losses) {
            Arrays.setAll(row, _ -> random.nextDouble());
        }
        return losses;
    }

    @Test
    void aBetterFrontComesFirst() {
        double[][] losses = {{3, 3}, {1, 4}, {4, 1}, {2, 2}, {5, 5}};
        assertThat(ParetoOrder.best(losses, 3)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(ParetoOrder.best(losses, 9)).endsWith(0, 4);
    }

    @Test
    void withinAFrontTheMiddleComesFirstThenTheEndsThenTheGaps() {
        double[][] line = IntStream.rangeClosed(0, 8).mapToObj(i -> new double[] {i, 8 - i}).toArray(double[][]::new);
        assertThat(ParetoOrder.best(line, 1)).containsExactly(4);
        assertThat(ParetoOrder.best(line, 3)).containsExactlyInAnyOrder(4, 2, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void eachPickAddsTheMostToThoseBeforeIt(int objectives) {
        double[][] front = onOneFront(draws(15, objectives, "picks " + objectives));
        double[] reference = new double[objectives];
        Arrays.fill(reference, 1.1);
        double[][] scaled = UnitRange.of(front).scale(front);
        int[] order = ParetoOrder.best(front, front.length);
        for (int size = 0; size < order.length; size++) {
            double[][] before = Fronts.select(scaled, Arrays.copyOf(order, size));
            double most = Arrays.stream(order).skip(size).mapToDouble(i -> Hypervolume.gain(scaled[i], before, reference)).max().orElseThrow();
            assertThat(Hypervolume.gain(scaled[order[size]], before, reference)).isEqualTo(most);
        }
    }

    private static double[][] onOneFront(double[][] losses) {
        return Arrays.stream(losses).map(row -> {
            double sum = Arrays.stream(row).sum();
            return Arrays.stream(row).map(x -> x / sum).toArray();
        }).toArray(double[][]::new);
    }

    @Test
    void withOneObjectiveItIsTheOrderOfLossesAndTiesGoToTheEarlier() {
        assertThat(ParetoOrder.best(List.of(List.of(3.0), List.of(1.0), List.of(-0.0), List.of(0.0), List.of(1.0)), 9))
                .containsExactly(2, 3, 1, 4, 0);
    }

    @Test
    void aChangeOfAnObjectivesUnitChangesNothing() {
        double[][] losses = draws(40, 3, "units");
        double[][] others = Arrays.stream(losses).map(row -> new double[] {row[0] * 1024, row[1] - 4, row[2] / 4096}).toArray(double[][]::new);
        assertThat(ParetoOrder.best(others, 40)).containsExactly(ParetoOrder.best(losses, 40));
    }

    @Test
    void lossesOfEverySizeAndTiesAreHarmless() {
        double most = Double.MAX_VALUE;
        double[][] losses = {{most, -most}, {-most, most}, {0, 0}, {0, 0}, {-0.0, 1e300}, {most, most}, {4.9e-324, -1e300}};
        assertThat(ParetoOrder.best(losses, 7)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6).endsWith(5);
        assertThat(ParetoOrder.best(new double[][] {{1, 1}, {1, 1}, {1, 1}}, 3)).containsExactly(0, 1, 2);
        assertThat(ParetoOrder.best(new double[0][], 3)).isEmpty();
    }
}
