package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {
    private static double[] reference(int objectives, double at) {
        double[] reference = new double[objectives];
        Arrays.fill(reference, at);
        return reference;
    }

    /// Expected values by `moocore` 0.3.2 from PyPI.
    @ParameterizedTest
    @CsvSource({
        "2, 10, 0.8989124222525, 0.34850014775318106", "2, 40, 1.1091052870431162, 0.3945225796705228",
        "3, 10, 0.7217436258638019, 0.4432462909020288", "3, 40, 1.1044057642574452, 0.5937099478741288",
        "4, 10, 0.5450723323035024, 0.46268682195723043", "4, 40, 0.9475019391141215, 0.7070166664259551",
        "5, 10, 0.43435145183268253, 0.4604774239583431", "5, 40, 0.7157080050579633, 0.7479239539385263",
        "6, 10, 0.45218833319901364, 0.47258427582177553", "6, 40, 0.6089829463977362, 0.7821311710984915"
    })
    void isWhatAnotherLibraryFinds(int objectives, int points, double ofCloud, double onSphere) {
        double[] reference = reference(objectives, 1.1);
        assertThat(Hypervolume.of(Cloud.of(points, objectives), reference)).isCloseTo(ofCloud, within(1e-13));
        assertThat(Hypervolume.of(Cloud.onSphere(points, objectives), reference)).isCloseTo(onSphere, within(1e-13));
    }

    /// Whole coordinates from a small grid make ties and copies frequent and the sum exact.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void isTheAlternatingSumOverAllSubsets(int objectives) {
        RandomGenerator random = Streams.of(1, "hypervolume " + objectives);
        for (int round = 0; round < 60; round++) {
            int size = random.nextInt(9);
            double[][] points = new double[size][objectives];
            for (double[] point : points) {
                Arrays.setAll(point, _ -> random.nextInt(7));
            }
            double[] reference = reference(objectives, 6);
            assertThat(Hypervolume.of(points, reference)).isEqualTo(byInclusionAndExclusion(points, reference));
        }
    }

    private static double byInclusionAndExclusion(double[][] points, double[] reference) {
        double sum = 0;
        for (int subset = 1; subset < 1 << points.length; subset++) {
            double volume = 1;
            for (int k = 0; k < reference.length; k++) {
                volume *= Math.max(0, reference[k] - highest(points, subset, k));
            }
            sum += Integer.bitCount(subset) % 2 == 1 ? volume : -volume;
        }
        return sum;
    }

    private static double highest(double[][] points, int subset, int axis) {
        return IntStream.range(0, points.length).filter(i -> (subset >> i & 1) == 1).mapToDouble(i -> points[i][axis]).max().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void dependsNeitherOnTheOrderNorOnWhatIsDominated(int objectives) {
        double[] reference = reference(objectives, 1.1);
        List<double[]> points = new ArrayList<>(List.of(Cloud.onSphere(12, objectives)));
        double alone = Hypervolume.of(points.toArray(double[][]::new), reference);
        points.addAll(points.stream().map(p -> Arrays.stream(p).map(x -> x + 0.05).toArray()).toList());
        points.add(reference(objectives, 2));
        Collections.shuffle(points, Random.from(Streams.of(1, "order")));
        assertThat(Hypervolume.of(points.toArray(double[][]::new), reference)).isCloseTo(alone, within(1e-14));
    }

    /// Step i of n leaves a column 1/n wide and (i − 1)/n high, the last one none: (n − 1)(n − 2) / 2n² in all.
    @Test
    void ofAStaircaseIsCounted() {
        int n = 100;
        double[][] points = IntStream.rangeClosed(1, n).mapToObj(i -> new double[] {(double) i / n, 1 - (i - 1.0) / n}).toArray(double[][]::new);
        assertThat(Hypervolume.of(points, reference(2, 1))).isCloseTo(99 * 98 / 20_000.0, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void contributionsAreWhatIsLostWithoutAPoint(int objectives) {
        RandomGenerator random = Streams.of(2, "contributions " + objectives);
        double[] reference = reference(objectives, 6);
        for (int round = 0; round < 30; round++) {
            double[][] points = new double[1 + random.nextInt(12)][objectives];
            for (double[] point : points) {
                Arrays.setAll(point, _ -> random.nextInt(7));
            }
            double[] contributions = Hypervolume.contributions(points, reference);
            for (int i = 0; i < points.length; i++) {
                int left = i;
                double[][] others = IntStream.range(0, points.length).filter(j -> j != left).mapToObj(j -> points[j]).toArray(double[][]::new);
                assertThat(contributions[i]).isEqualTo(Hypervolume.of(points, reference) - Hypervolume.of(others, reference));
            }
        }
    }

    /// Expected values by `moocore` 0.3.2 from PyPI, with `ignore_dominated=False`.
    @Test
    void contributionsAreWhatAnotherLibraryFinds() {
        assertThat(Hypervolume.contributions(Cloud.onSphere(6, 3), reference(3, 1.1))).containsExactly(new double[] {
            0.01855103313535922, 0.02328346720869625, 0.0478775920132619, 0.012246928062118275, 0.0382369533724863,
            0.007149170529570155}, within(1e-14));
        assertThat(Hypervolume.contributions(Cloud.of(8, 2), reference(2, 1.1))).containsExactly(new double[] {
            0, 0, 0.19385892856762182, 0, 0.07544847910829199, 0, 0.014395615864686786, 0}, within(1e-14));
    }

    @Test
    void ofNothingOrOfWhatIsNoBetterThanTheReferenceIsZero() {
        assertThat(Hypervolume.of(new double[0][], reference(4, 1))).isZero();
        assertThat(Hypervolume.of(new double[][] {{1, 0, 0, 0}, {2, -5, 0, 0}}, reference(4, 1))).isZero();
        assertThat(Hypervolume.gain(new double[] {1, 0}, new double[0][], reference(2, 1))).isZero();
    }
}
