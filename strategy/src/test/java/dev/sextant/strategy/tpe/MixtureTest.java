package dev.sextant.strategy.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
    private static final Parameter REAL = Parameter.of("x", new RealRange(0, 1, Scale.LINEAR));
    private static final Parameter WORD = Parameter.of("w", new Choice(Stream.of("a", "b", "c").<Value>map(Value.Text::new).toList()));

    private final RandomGenerator random = Streams.of(1, "mixture");

    private static Group group(Parameter... parameters) {
        return Group.of(SearchSpace.of(parameters)).getFirst();
    }

    private double[] row(Group group) {
        double[] row = new double[group.width()];
        for (int axis = 0; axis < row.length; axis++) {
            row[axis] = axis < group.lines() ? random.nextDouble() : random.nextInt(group.choices(axis - group.lines()));
        }
        group.snap(row);
        return row;
    }

    private Mixture mixture(Group group, int members) {
        Mixture mixture = new Mixture(group);
        for (int i = 0; i < members; i++) {
            mixture.add(i, row(group));
        }
        return mixture;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 30, 300})
    void theDensityOfALineAndANominalSumsToOne(int members) {
        Group group = group(REAL, WORD);
        Mixture mixture = mixture(group, members);
        double sum = 0;
        int cells = 4_000;
        for (int i = 0; i < cells; i++) {
            for (int choice = 0; choice < 3; choice++) {
                sum += Math.exp(mixture.logDensity(new double[] {(i + 0.5) / cells, choice})) / cells;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    /// Near the ends of a line the density at a cell's middle stands for a little more than the cell's mass.
    @ParameterizedTest
    @CsvSource({"3, 0.15", "12, 0.08", "100, 0.02"})
    void theMassOfTheCellsOfADiscreteLineIsAboutOne(int values, double tolerance) {
        Group group = group(Parameter.of("n", IntRange.of(1, values)));
        Mixture mixture = mixture(group, 50);
        double sum = 0;
        for (int i = 0; i < values; i++) {
            sum += Math.exp(mixture.logDensity(new double[] {(i + 0.5) / values})) / values;
        }
        assertThat(sum).isCloseTo(1, within(tolerance));
    }

    @Test
    void comingAndGoingLeavesTheSameDensityAsStartingAfresh() {
        Group group = group(REAL, Parameter.of("y", new RealRange(1, 10, Scale.LOG)), Parameter.of("n", IntRange.of(1, 8)), WORD);
        Mixture changed = new Mixture(group);
        double[][] rows = new double[400][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(group);
            changed.add(i, rows[i]);
            if (i % 3 == 2) {
                changed.logDensity(rows[i]);
                changed.remove(i - 1 - i % 2);
            }
        }
        Mixture fresh = new Mixture(group);
        for (int i = 0; i < rows.length; i++) {
            if (changed.has(i)) {
                fresh.add(i, rows[i]);
            }
        }
        for (int i = 0; i < 200; i++) {
            double[] at = row(group);
            assertThat(changed.logDensity(at)).isCloseTo(fresh.logDensity(at), within(1e-12));
        }
    }

    @Test
    void drawsAreDistributedAsTheDensitySays() {
        Group group = group(REAL, WORD);
        Mixture mixture = mixture(group, 12);
        double[] expected = new double[30];
        for (int i = 0; i < 1_000; i++) {
            for (int choice = 0; choice < 3; choice++) {
                double x = (i + 0.5) / 1_000;
                expected[cell(x, choice)] += Math.exp(mixture.logDensity(new double[] {x, choice})) / 1_000;
            }
        }
        int[] counts = new int[30];
        int draws = 30_000;
        for (int i = 0; i < draws; i++) {
            double[] drawn = mixture.draw(0, random);
            counts[cell(drawn[0], (int) drawn[1])]++;
        }
        double chiSquared = 0;
        for (int cell = 0; cell < 30; cell++) {
            double mean = expected[cell] * draws;
            chiSquared += (counts[cell] - mean) * (counts[cell] - mean) / mean;
        }
        double oneInAThousandFor29Degrees = 58.3;
        assertThat(chiSquared).isLessThan(oneInAThousandFor29Degrees);
    }

    private static int cell(double x, int choice) {
        int tenth = Math.min(9, (int) (x * 10));
        return tenth * 3 + choice;
    }

    @Test
    void aNewerMemberWeighsMoreThanAnOldOne() {
        Group group = group(REAL);
        Mixture mixture = new Mixture(group);
        for (int i = 0; i < 100; i++) {
            mixture.add(i, new double[] {i < 50 ? 0.2 : 0.8});
        }
        assertThat(mixture.logDensity(new double[] {0.8})).isGreaterThan(mixture.logDensity(new double[] {0.2}) + Math.log(2));
    }

    @Test
    void inTwoHundredDimensionsTheDensityStaysFinite() {
        Parameter[] many = Stream.iterate(0, i -> i + 1).limit(200)
                .map(i -> Parameter.of("x" + i, new RealRange(0, 1, Scale.LINEAR))).toArray(Parameter[]::new);
        Group group = group(many);
        Mixture mixture = mixture(group, 150);
        assertThat(mixture.logDensity(row(group))).isFinite();
        double[] drawn = mixture.draw(0, random);
        assertThat(mixture.logDensity(drawn)).isFinite().isGreaterThan(mixture.logDensity(row(group)));
    }
}
