package dev.sextant.strategy.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheredTest {
    /// Φ(1).
    private static final double ONE = 0.8413447460685429;

    @Test
    void aDeviationFromTheMiddleShrinksByTheFormula() {
        // σ of the 10th point in 10 axes: (1 + ln 10) / (4 ln 10) = 0.358574; Φ(0.358574) by scipy.stats.norm.cdf
        double[] point = new Gathered(reals(10), index -> filled(10, ONE), 10).point(9);
        assertThat(point).hasSize(10);
        assertThat(point[0]).isCloseTo(0.640044, within(1e-5));
    }

    @Test
    void laterPointsLieFartherOutAndNoneFartherThanItWas() {
        Gathered gathered = new Gathered(reals(5), index -> filled(5, ONE), 1);
        double[] outward = IntStream.of(0, 3, 10, 100).mapToDouble(i -> gathered.point(i)[0]).toArray();
        assertThat(outward).isSorted().doesNotHaveDuplicates();
        assertThat(gathered.point(10_000_000)[0]).isEqualTo(ONE);
    }

    @Test
    void pointsThatAreExpectedAreAsFarOutAsTheLastOfThem() {
        assertThat(new Gathered(reals(5), index -> filled(5, ONE), 50).point(0))
                .containsExactly(new Gathered(reals(5), index -> filled(5, ONE), 1).point(49));
    }

    @Test
    void choicesAndWhatTheUserBelievesStayWhereTheyAre() {
        var space = SearchSpace.of(Parameter.of("flag", new Bool(false)), real("lr").withPrior(Prior.around(new Value.Real(0.2))), real("x"), real("y"));
        double[] point = new Gathered(space, index -> filled(4, ONE), 4).point(0);
        assertThat(point[0]).isEqualTo(ONE);
        assertThat(point[1]).isEqualTo(ONE);
        assertThat(point[2]).isLessThan(ONE);
    }

    @Test
    void wallsStayWalls() {
        assertThat(new Gathered(reals(5), index -> new double[] {0, 1, 0.5, 0, 1}, 1).point(0)).containsExactly(0, 1, 0.5, 0, 1);
    }

    private static double[] filled(int axes, double value) {
        double[] point = new double[axes];
        Arrays.fill(point, value);
        return point;
    }

    private static SearchSpace reals(int axes) {
        return SearchSpace.of(IntStream.range(0, axes).mapToObj(i -> real("x" + i)).toArray(Parameter[]::new));
    }

    private static Parameter real(String name) {
        return Parameter.of(name, new RealRange(0, 1, Scale.LINEAR));
    }
}
