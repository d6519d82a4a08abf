package dev.sextant.strategy.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CubeTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("rate", new RealRange(1e-4, 1, Scale.LOG)).withDefault(new Value.Real(1e-2)),
            Parameter.of("seed", new Constant(new Value.Int(7))),
            Parameter.of("only", IntRange.of(3, 3)),
            Parameter.of("units", new IntRange(1, 100, Scale.LOG, 1)),
            Parameter.of("kind", new Choice(List.of(new Value.Text("a"), new Value.Text("b"), new Value.Text("c")))),
            Parameter.of("depth", IntRange.of(1, 4)).onlyIf("kind == b"),
            Parameter.of("fast", new Bool(true)));
    private static final Cube CUBE = new Cube(SPACE);

    @Test
    void onlyParametersWithSeveralValuesAreAxes() {
        assertThat(CUBE.axes()).extracting(axis -> axis.parameter().name()).containsExactly("rate", "units", "kind", "depth", "fast");
        assertThat(new Cube(SearchSpace.of(Parameter.of("seed", new Constant(new Value.Int(7))))).width()).isZero();
    }

    @Test
    void aConfigurationComesBackFromItsPoint() {
        RandomGenerator random = Streams.of(1, "cube");
        for (int i = 0; i < 200; i++) {
            Configuration configuration = CUBE.configuration(CUBE.uniform(random));
            double[] point = CUBE.point(configuration);
            assertThat(Double.isNaN(point[3])).isEqualTo(configuration.value("depth").isEmpty());
            Configuration again = CUBE.configuration(point);
            assertThat(again.value("units")).isEqualTo(configuration.value("units"));
            assertThat(again.value("kind")).isEqualTo(configuration.value("kind"));
            assertThat(again.value("fast")).isEqualTo(configuration.value("fast"));
            assertThat(CUBE.point(again)[0]).isCloseTo(point[0], within(1e-14));
        }
    }

    @Test
    void theStartIsTheDefaultsOfInactiveParametersToo() {
        assertThat(CUBE.start()[0]).isCloseTo(0.5, within(1e-12));
        assertThat(CUBE.start()[3]).isEqualTo(1.5 / 4);
        assertThat(CUBE.configuration(CUBE.start())).isEqualTo(SPACE.start());
    }

    @Test
    void coordinatesOutsideCountAsOnTheSurface() {
        assertThat(CUBE.configuration(new double[] {-3, 7, 2, 0, 1.5}))
                .isEqualTo(CUBE.configuration(new double[] {0, 1, 1, 0, 1}));
    }

    @Test
    void cellsOfAnAxisTouchAndHoldTheirValues() {
        for (Axis axis : CUBE.axes()) {
            for (long value = 0; !axis.isReal() && value < axis.count(); value++) {
                double lower = axis.lower(value);
                double upper = axis.upper(value);
                assertThat(axis.index(lower + 1e-9)).isEqualTo(value);
                assertThat(axis.index(upper - 1e-9)).isEqualTo(value);
                assertThat(axis.middle(value)).isBetween(lower, upper);
                assertThat(axis.snap(lower + 1e-9)).isEqualTo(axis.middle(value));
                assertThat(axis.lower(0)).isZero();
                assertThat(axis.upper(axis.count() - 1)).isEqualTo(1);
            }
        }
    }

    @Test
    void hiddenCoordinatesComeBackToSevenDigits() {
        RandomGenerator random = Streams.of(2, "cube");
        for (int i = 0; i < 100; i++) {
            double[] point = CUBE.uniform(random);
            Configuration configuration = CUBE.configuration(point);
            double[] back = Hidden.point(CUBE, configuration, Hidden.of(CUBE, point, configuration));
            assertThat(back).containsExactly(point, within(1e-7));
        }
    }

    @Test
    void aNoteFromElsewhereTellsNothing() {
        Configuration configuration = SPACE.start();
        for (String note : List.of("", "!", "deme 3", "AAA", "f4AAAH-AAAA")) {
            assertThat(Hidden.point(CUBE, configuration, note)).isEqualTo(CUBE.point(configuration));
        }
    }

    @Test
    void aPointOfActiveRealsHidesNothing() {
        SearchSpace reals = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
        assertThat(Hidden.of(new Cube(reals), new double[] {0.25}, reals.start())).isEmpty();
    }
}
