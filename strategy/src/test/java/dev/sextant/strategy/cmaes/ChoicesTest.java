package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cube.Axis;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final double ALPHA = 0.1;
    private static final Rates RATES = new Rates(1, 8);

    private static Choices choices() {
        return new Choices(List.of(new Axis(Parameter.of("a", IntRange.of(0, 3))), new Axis(Parameter.of("b", new Bool(true)))), ALPHA);
    }

    private static double sum(Choices choices) {
        return IntStream.range(0, 4).mapToDouble(value -> choices.chance(0, value)).sum();
    }

    @Test
    void theBetterValueWinsButNoneIsGivenUp() {
        Choices choices = choices();
        RandomGenerator random = Streams.of(1, "choices");
        for (int generation = 0; generation < 60; generation++) {
            List<int[]> ranked = Stream.generate(() -> choices.sample(random)).limit(8)
                    .sorted(Comparator.comparingInt(drawn -> (drawn[0] == 2 ? 0 : 1) + (drawn[1] == 1 ? 0 : 2))).toList();
            choices.update(ranked, RATES);
            assertThat(sum(choices)).isCloseTo(1, within(1e-12));
        }
        assertThat(choices.chance(0, 2)).isCloseTo(1 - ALPHA, within(1e-9));
        assertThat(choices.chance(1, 1)).isCloseTo(1 - ALPHA, within(1e-9));
        assertThat(choices.chance(0, 0)).isCloseTo(ALPHA / 3, within(1e-9));
    }

    @Test
    void aChoiceThatWasInactiveLearnsNothing() {
        Choices choices = choices();
        choices.update(IntStream.range(0, 8).mapToObj(k -> new int[] {k % 4, -1}).toList(), RATES);
        assertThat(choices.chance(1, 0)).isEqualTo(0.5);
        assertThat(choices.chance(0, 0)).isGreaterThan(choices.chance(0, 3));
    }

    @Test
    void aStartLearnsFrequencies() {
        Choices choices = choices();
        choices.learn(List.of(new int[] {1, 0}, new int[] {1, -1}, new int[] {2, 0}));
        assertThat(choices.chance(0, 1)).isCloseTo(2.25 / 4, within(1e-12));
        assertThat(choices.chance(1, 0)).isCloseTo(2.5 / 3, within(1e-12));
        assertThat(sum(choices)).isCloseTo(1, within(1e-12));
    }
}
