package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two losses over the unit square, x + y² and (1 − x) + y², whose front is the edge y = 0.
final class FrontModelTest {
    private static final SearchSpace SQUARE = SearchSpace.of(axis("x"), axis("y"));

    private final Axes axes = new Axes(SQUARE);
    private final Results results = new Results(axes);
    private final FrontModel model = new FrontModel(axes, 2, Work.full(300, 3));
    private int trials;

    private static Parameter axis(String name) {
        return Parameter.of(name, new RealRange(0, 1, Scale.LINEAR));
    }

    private static List<Double> losses(double x, double y) {
        return List.of(x + y * y, 1 - x + y * y);
    }

    private void begin(double x, double y) {
        tell(new Observation.Proposed(trials++, SQUARE.accept(Map.of("x", new Value.Real(x), "y", new Value.Real(y))), OptionalLong.empty(), Origin.STRATEGY, ""));
    }

    private void tell(Observation observation) {
        results.tell(observation);
        if (results.valued() > 2) {
            model.tell(results);
        }
    }

    private void add(double x, double y, List<Double> losses) {
        begin(x, y);
        tell(new Observation.Completed(trials - 1, losses));
    }

    private void addTwenty() {
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble();
            double y = 0.1 + 0.9 * random.nextDouble();
            add(x, y, losses(x, y));
        }
    }

    private FrontPromise promise() {
        return model.gain(results, Odds.CERTAIN).promise().orElseThrow();
    }

    private double promised(double x, double y) {
        return promise().log(axes.point(new double[] {x, y}));
    }

    @Test
    void theEdgePromisesMoreThanWhatIsBehindTheFront() {
        addTwenty();
        assertThat(promised(0.5, 0.02)).isGreaterThan(promised(0.5, 0.7) + 2);
        assertThat(promise().chance(axes.point(new double[] {0.5, 0.02}))).isGreaterThan(0.9);
        assertThat(promise().chance(axes.point(new double[] {0.5, 0.9}))).isLessThan(0.1);
    }

    @Test
    void whereATrialIsUnderWay_itIsItsExpectedResultThatHasToBeImprovedOn() {
        addTwenty();
        double before = promised(0.5, 0.03);
        begin(0.5, 0.02);
        assertThat(promised(0.5, 0.03)).isLessThan(before - 1);
    }

    @Test
    void oneResultOutOfAllProportion_changesLittle() {
        addTwenty();
        double before = promised(0.5, 0.02);
        add(0.9, 0.95, List.of(1e300, 1e12));
        assertThat(promised(0.5, 0.02)).isCloseTo(before, within(1.0));
    }

    @Test
    void differencesThatAreNextToNothingBesideLargeLosses_areHarmless() {
        IntStream.range(0, 9).forEach(i -> add(0.1 * i, 0.5, List.of(i * Double.MIN_VALUE, (9 - i) * Double.MIN_VALUE)));
        add(0.95, 0.95, List.of(1e308, 1e308));
        assertThat(promised(0.5, 0.2)).isFinite();
    }

    @Test
    void failedTrialsSayNothingOfLosses() {
        addTwenty();
        double before = promised(0.5, 0.03);
        begin(0.5, 0.03);
        tell(new Observation.Failed(trials - 1));
        assertThat(promised(0.5, 0.03)).isEqualTo(before);
    }

    @Test
    void asLongAsNothingKeepsTheLimits_nothingIsPromised() {
        IntStream.range(0, 6).forEach(i -> {
            begin(0.1 * i, 0.5);
            tell(new Observation.Completed(trials - 1, losses(0.1 * i, 0.5), List.of(1.0)));
        });
        assertThat(model.gain(results, Odds.CERTAIN).promise()).isEmpty();
        assertThat(model.gain(results, Odds.CERTAIN).front()).isEmpty();
    }

    @Test
    void theSlopesAreThoseOfThePromise_andNoPromiseExceedsItsBound() {
        addTwenty();
        begin(0.3, 0.05);
        FrontPromise promise = promise();
        double[] point = axes.point(new double[] {0.55, 0.2});
        double[] slopes = new double[2];
        assertThat(promise.log(point, new int[] {0, 1}, slopes)).isCloseTo(promise.log(point), within(1e-12));
        for (int axis = 0; axis < 2; axis++) {
            assertThat(slopes[axis]).isCloseTo((promise.log(moved(point, axis, 1e-6)) - promise.log(moved(point, axis, -1e-6))) / 2e-6,
                    within(1e-3 * (1 + Math.abs(slopes[axis]))));
        }
        new Random(1).doubles(200).forEach(x -> {
            double[] other = axes.point(new double[] {x, 1 - x});
            assertThat(promise.log(other)).isLessThanOrEqualTo(promise.bound(other) + 1e-9);
        });
    }

    private static double[] moved(double[] point, int axis, double by) {
        double[] other = Arrays.copyOf(point, point.length);
        other[axis] += by;
        return other;
    }
}
