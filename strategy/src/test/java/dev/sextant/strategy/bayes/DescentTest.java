package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescentTest {
    private final RandomGenerator random = Streams.of(1, "descent");

    private static double bowl(double[] genes) {
        return Arrays.stream(genes).map(g -> (g - 0.9) * (g - 0.9)).sum();
    }

    private static double plane(double[] genes) {
        return genes[0] - 3 * genes[1];
    }

    private static Axes axes(int count) {
        return new Axes(SearchSpace.of(IntStream.range(0, count)
                .mapToObj(i -> Parameter.of("x" + i, new RealRange(0, 1, Scale.LINEAR))).toArray(Parameter[]::new)));
    }

    private static void add(Results results, Axes axes, double[] genes, List<Double> losses) {
        results.add(axes.configuration(genes), genes, axes.point(genes), losses);
    }

    private Results played(Axes axes, int count, ToDoubleFunction<double[]> loss) {
        Results results = new Results(axes);
        double[] middle = new double[axes.count()];
        Arrays.fill(middle, 0.5);
        add(results, axes, middle, List.of(loss.applyAsDouble(middle)));
        while (results.all().told() < count) {
            double[] genes = Descent.next(axes, results.ended(), random).orElseThrow();
            add(results, axes, genes, List.of(loss.applyAsDouble(genes)));
        }
        return results;
    }

    @Test
    void itTriesEachAxisOnceFromTheBestSoFar() {
        var ended = played(axes(3), 4, DescentTest::bowl).ended();
        double[] best = ended.getFirst().genes();
        for (int axis = 0; axis < 3; axis++) {
            double[] tried = ended.get(axis + 1).genes();
            for (int other = 0; other < 3; other++) {
                assertThat(Math.abs(tried[other] - best[other])).isEqualTo(other == axis ? 0.25 : 0);
            }
            best = bowl(tried) < bowl(best) ? tried : best;
        }
    }

    @Test
    void thenItGoesDownTheSlopeWithGrowingSteps() {
        var ended = played(axes(2), 4, DescentTest::plane).ended();
        var best = ended.subList(0, 3).stream().map(Results.Known::genes).min(Comparator.comparingDouble(DescentTest::plane)).orElseThrow();
        double[] down = ended.get(3).genes();
        assertThat(down[0] - best[0]).isCloseTo(-0.25 / Math.sqrt(10), within(1e-9));
        assertThat(down[1]).isEqualTo(Math.min(1, best[1] + 0.75 / Math.sqrt(10)));
        double[] next = Descent.next(axes(2), ended, random).orElseThrow();
        assertThat(next[0]).isLessThan(down[0] - 0.1);
        assertThat(next[1]).isBetween(down[1], 1.0);
    }

    @Test
    void theFirstStepDownThatFindsNothingBetterEndsIt() {
        var axes = axes(2);
        Results results = played(axes, 4, DescentTest::plane);
        add(results, axes, Descent.next(axes(2), results.ended(), random).orElseThrow(), List.of(1e9));
        assertThat(Descent.next(axes(2), results.ended(), random)).isEmpty();
        add(results, axes, new double[] {0, 1}, List.of(-1e9));
        assertThat(Descent.next(axes(2), results.ended(), random)).isEmpty();
    }

    @Test
    void withoutALossOrASlopeThereIsNoWayDown() {
        var axes = axes(2);
        Results results = new Results(axes);
        assertThat(Descent.next(axes(2), results.ended(), random)).isEmpty();
        add(results, axes, new double[] {0.5, 0.5}, List.of());
        assertThat(Descent.next(axes(2), results.ended(), random)).isEmpty();
        assertThat(Descent.next(axes(2), played(axes, 3, _ -> 7.0).ended(), random)).isEmpty();
    }

    @Test
    void lossesNearTheEndOfTheRangeOfNumbersDoNoHarm() {
        var next = Descent.next(axes(2), played(axes(2), 3, genes -> 1e300 * plane(genes)).ended(), random);
        assertThat(next.orElseThrow()).doesNotContain(Double.NaN);
        assertThat(Descent.next(axes(2), played(axes(2), 3, genes -> genes[0] == 0.5 ? Double.MAX_VALUE : -Double.MAX_VALUE).ended(), random)).isEmpty();
    }

    @Test
    void whatIsBelievedIsTriedSecond() {
        var believed = new Axes(SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)).withPrior(Prior.around(new Value.Real(0.25), 0.1))));
        var ended = played(believed, 3, DescentTest::bowl).ended();
        assertThat(ended.get(1).genes()[0]).isCloseTo(0.25, within(0.03));
        assertThat(ended.get(2).genes()[0]).isIn(0.25, 0.75);
    }

    @Test
    void onlyAFewRealNumbersHaveASlope() {
        assertThat(Descent.suits(axes(10))).isTrue();
        assertThat(Descent.suits(axes(11))).isFalse();
        var whole = Parameter.of("n", IntRange.of(1, 1_000));
        assertThat(Descent.suits(new Axes(SearchSpace.of(whole)))).isFalse();
    }
}
