package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.bayes.CurveModel.Spot;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Trainings over the unit line whose loss falls with x and with time.
final class CurveModelTest {
    private static final SearchSpace LINE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));

    private final Axes axes = new Axes(LINE);
    private final CurveModel model = new CurveModel(new Problem(LINE, 1, StrategySpec.of("freezethaw"), Optional.empty(), 1), 4);

    private Configuration at(double x) {
        return axes.configuration(new double[] {x});
    }

    private void train(double x) {
        for (double time : new double[] {0.25, 0.5, 1}) {
            model.learn(new Spot(at(x), time), List.of(2 - x - time));
        }
    }

    private double promise(double x, double time) {
        return model.outlook(List.of(), new Random(1)).promise(new Spot(at(x), time));
    }

    @Test
    void laterTimesOfBetterConfigurationsPromiseMore() {
        List.of(0.1, 0.2, 0.35, 0.5).forEach(this::train);
        assertThat(promise(0.8, 1)).isGreaterThan(promise(0.8, 0.25));
        assertThat(promise(0.8, 1)).isGreaterThan(promise(0.05, 1));
    }

    @Test
    void whereTrainingsFailOnTheirWay_theirEndsPromiseLess() {
        List.of(0.1, 0.2, 0.35, 0.5).forEach(this::train);
        double before = promise(0.85, 1);
        for (double x : new double[] {0.75, 0.8, 0.9}) {
            model.learn(new Spot(at(x), 0.25), List.of(2 - x - 0.25));
            model.learn(new Spot(at(x), 1), List.of());
        }
        assertThat(promise(0.85, 1)).isLessThan(before - 2);
        assertThat(promise(0.55, 1)).isGreaterThan(promise(0.85, 1));
    }
}
