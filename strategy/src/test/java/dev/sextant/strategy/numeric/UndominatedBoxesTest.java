package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.numeric.UndominatedBoxes.Box;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UndominatedBoxesTest {
    private final Random random = new Random(7);

    private double[][] points(int count, int objectives) {
        return IntStream.range(0, count).mapToObj(_ -> random.doubles(objectives).toArray()).toArray(double[][]::new);
    }

    /// As far as they lie in the unit cube.
    private static double volume(Box box) {
        return IntStream.range(0, box.low().length).mapToDouble(k -> Math.max(0, box.high()[k] - Math.max(0, box.low()[k]))).reduce(1, (a, b) -> a * b);
    }

    private static boolean holds(Box box, double[] point) {
        return IntStream.range(0, point.length).allMatch(k -> box.low()[k] < point[k] && point[k] < box.high()[k]);
    }

    private static boolean isDominated(double[] point, double[][] points) {
        return java.util.Arrays.stream(points).anyMatch(other -> IntStream.range(0, point.length).allMatch(k -> other[k] <= point[k]));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 1", "2, 40", "3, 12", "3, 30", "4, 10"})
    void togetherTheyAreWhatIsNotDominated_andNoTwoOverlap(int objectives, int count) {
        double[][] points = points(count, objectives);
        double[] reference = new double[objectives];
        java.util.Arrays.fill(reference, 1);
        List<Box> boxes = UndominatedBoxes.of(points, reference);
        assertThat(boxes.stream().mapToDouble(UndominatedBoxesTest::volume).sum()).isCloseTo(1 - Hypervolume.of(points, reference), within(1e-12));
        for (double[] probe : points(300, objectives)) {
            assertThat(boxes.stream().filter(box -> holds(box, probe)).count()).isEqualTo(isDominated(probe, points) ? 0 : 1);
        }
    }

    @Test
    void twoObjectivesAreStrips_threeHaveAboutTwoBoxesAPoint() {
        double[][] line = IntStream.range(0, 20).mapToObj(i -> new double[] {i, 20 - i}).toArray(double[][]::new);
        assertThat(UndominatedBoxes.of(line, new double[] {30, 30})).hasSize(21);
        double[][] plane = IntStream.range(0, 30).mapToObj(_ -> random.doubles(3).toArray())
                .map(p -> new double[] {p[0] / (p[0] + p[1] + p[2]), p[1] / (p[0] + p[1] + p[2]), p[2] / (p[0] + p[1] + p[2])}).toArray(double[][]::new);
        assertThat(UndominatedBoxes.of(plane, new double[] {1, 1, 1})).hasSizeLessThanOrEqualTo(61);
    }

    @Test
    void whatIsNotBelowTheReferenceDoesNotCount() {
        assertThat(UndominatedBoxes.of(new double[][] {{0, 2}, {Double.NaN, 0}}, new double[] {1, 1})).hasSize(1);
    }
}
