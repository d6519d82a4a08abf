package dev.sextant.strategy.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    private static final List<Configuration> LINE =
            IntStream.rangeClosed(0, 60).mapToObj(i -> SPACE.configuration(p -> p.domain().at(i / 60.0))).toList();

    private static double x(Configuration configuration) {
        return Discrete.number(configuration.value("x").orElseThrow());
    }

    /// 100 + 40·(x − 0.3)², and noise.
    private static List<Double> losses(double noise) {
        RandomGenerator random = Streams.of(5, "estimate");
        return LINE.stream().map(c -> 100 + 40 * Math.pow(x(c) - 0.3, 2) + noise * random.nextGaussian()).toList();
    }

    @Test
    void amongNoisyResultsTheValleyIsFoundAndNotTheLuckiestDraw() {
        List<Double> losses = losses(1);
        int luckiest = IntStream.range(0, 61).reduce((a, b) -> losses.get(a) <= losses.get(b) ? a : b).orElseThrow();
        Estimate estimate = Estimate.of(SPACE, LINE, losses).orElseThrow();
        assertThat(x(LINE.get(estimate.index()))).isCloseTo(0.3, within(0.12));
        assertThat(estimate.loss()).isCloseTo(100, within(0.8)).isGreaterThan(losses.get(luckiest));
        assertThat(estimate.deviation()).isBetween(0.5, 1.6);
    }

    @Test
    void withoutNoiseOrWithFewResultsThereIsNothingToSay() {
        assertThat(Estimate.of(SPACE, LINE, losses(0))).isEmpty();
        assertThat(Estimate.of(SPACE, LINE.subList(0, 9), losses(1).subList(0, 9))).isEqualTo(Optional.empty());
    }

    @Test
    void equalResultsHaveNoBetterOne() {
        assertThat(Estimate.of(SPACE, LINE, LINE.stream().map(_ -> 7.0).toList())).isEmpty();
    }
}
