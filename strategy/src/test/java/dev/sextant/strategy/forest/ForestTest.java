package dev.sextant.strategy.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForestTest {
    private final RandomGenerator random = Streams.of(1, "test");

    /// Rows of two lines, a nominal of four and a line that is active only where the nominal is 0.
    private double[][] rows(int count) {
        return IntStream.range(0, count).mapToObj(_ -> {
            int index = random.nextInt(4);
            return new double[] {random.nextDouble(), random.nextDouble(), index, index == 0 ? random.nextDouble() : Double.NaN};
        }).toArray(double[][]::new);
    }

    private Forest fit(int count, ToDoubleFunction<double[]> function) {
        double[][] rows = rows(count);
        double[] values = IntStream.range(0, count).mapToDouble(i -> function.applyAsDouble(rows[i])).toArray();
        return Forest.fit(Sample.of(rows, values, new int[] {0, 0, 4, 0}), 50, Rules.RANDOM_CUTS, random);
    }

    @Test
    void aSmoothFunctionIsLearnt() {
        ToDoubleFunction<double[]> bowl = row -> Math.pow(row[0] - 0.3, 2) + 0.5 * row[1];
        Forest forest = fit(500, bowl);
        double error = IntStream.range(0, 200).mapToObj(_ -> rows(1)[0])
                .mapToDouble(row -> Math.abs(forest.predict(row).mean() - bowl.applyAsDouble(row))).average().orElseThrow();
        assertThat(error).isLessThan(0.03);
    }

    @Test
    void theIndicesOfANominalAreToldApart() {
        double[] levels = {3, 0, 2, 1};
        Forest forest = fit(200, row -> levels[(int) row[2]]);
        for (int index = 1; index < 4; index++) {
            assertThat(forest.predict(new double[] {0.5, 0.5, index, Double.NaN}).mean()).isCloseTo(levels[index], within(0.05));
        }
    }

    @Test
    void anInactiveParameterIsSplitOffAndAnActiveOneLearnt() {
        Forest forest = fit(800, row -> Double.isNaN(row[3]) ? 1 : 4 * row[3]);
        assertThat(forest.predict(new double[] {0.5, 0.5, 2, Double.NaN}).mean()).isCloseTo(1, within(0.05));
        assertThat(forest.predict(new double[] {0.5, 0.5, 0, 0.8}).mean()).isCloseTo(3.2, within(0.2));
        assertThat(forest.predict(new double[] {0.5, 0.5, 0, 0.1}).mean()).isCloseTo(0.4, within(0.2));
    }

    @Test
    void rowsThatWereSeenAreLessDoubtfulThanOthers() {
        double[][] rows = {{0.1}, {0.2}, {0.8}, {0.9}};
        Forest forest = Forest.fit(Sample.of(rows, new double[] {1, 2, 5, 3}, new int[] {0}), 100, Rules.RANDOM_CUTS, random);
        assertThat(forest.predict(new double[] {0.2}).mean()).isEqualTo(2);
        assertThat(forest.predict(new double[] {0.2}).variance()).isCloseTo(0, within(1e-12));
        assertThat(forest.predict(new double[] {0.5}).variance()).isGreaterThan(0.5);
        assertThat(forest.predict(new double[] {0.5}).mean()).isBetween(2.5, 4.5);
    }

    @Test
    void equalRowsWithDifferentValuesShareALeaf() {
        double[][] rows = {{0.5, 1, 0, 0.5}, {0.5, 1, 0, 0.5}};
        Forest forest = Forest.fit(Sample.of(rows, new double[] {1, 3}, new int[] {0, 0, 4, 0}), 10, Rules.RANDOM_CUTS, random);
        assertThat(forest.predict(rows[0])).isEqualTo(new Forest.Belief(2, 1));
    }

    @Test
    void aNominalWithHundredsOfIndicesIsSplitOneByOne() {
        double[][] rows = IntStream.range(0, 600).mapToObj(i -> new double[] {i % 300}).toArray(double[][]::new);
        double[] values = IntStream.range(0, 600).mapToDouble(i -> i % 300 == 123 ? -1 : 1).toArray();
        Forest forest = Forest.fit(Sample.of(rows, values, new int[] {300}), 50, new Rules(2, 400, 20, 1), random);
        assertThat(forest.predict(new double[] {123}).mean()).isLessThan(forest.predict(new double[] {17}).mean());
    }
}
