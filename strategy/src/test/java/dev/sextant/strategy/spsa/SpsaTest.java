package dev.sextant.strategy.spsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.Trials;
import dev.sextant.strategy.spsa.Label.Side;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SpsaTest {
    private static Pair pair(double[] centre, double[] plus) {
        Pair pair = new Pair(centre);
        pair.begin(Side.PLUS, plus);
        pair.begin(Side.MINUS, pair.opposite());
        return pair;
    }

    @Test
    void manyParametersAndNoiseAreNoObstacle() {
        RandomGenerator noise = Streams.of(1, "noise");
        double best = new Trials(new Spsa.Factory(), Trials.problem(StrategySpec.of("spsa"), 30, -5, 5, 3),
                x -> Arrays.stream(x).map(v -> (v - 2) * (v - 2)).sum() + noise.nextGaussian()).run(600, 6);
        assertThat(best).isLessThan(5);
    }

    @Test
    void theSecondOfAPairIsTheMirrorImageOfTheFirst() {
        Pair pair = pair(new double[] {0.5, 0.9, 0.3}, new double[] {0.6, 0.7, Double.NaN});
        assertThat(pair.opposite()).containsExactly(new double[] {0.4, 1, 0.3}, within(1e-12));
        assertThat(pair.distance(0)).isCloseTo(0.2, within(1e-12));
        assertThat(pair.distance(2)).isZero();
        assertThat(pair.difference()).isEmpty();
        pair.end(Side.MINUS, 3);
        pair.end(Side.PLUS, 1);
        assertThat(pair.difference()).contains(-2.0);
    }

    @Test
    void aStepDoesNotDependOnTheUnitOfTheLoss() {
        for (double unit : new double[] {1e-300, 1, 1e300}) {
            Descent descent = new Descent(new double[] {0.5, 0.5}, 0.03, 0.05);
            descent.step(pair(new double[] {0.5, 0.5}, new double[] {0.55, 0.45}), 1.5 * unit);
            assertThat(descent.centre()).containsExactly(new double[] {0.47, 0.53}, within(1e-12));
        }
    }

    @Test
    void theCentreMovesAwayFromAFailureAndStaysWhenBothFail() {
        Descent descent = new Descent(new double[] {0.5}, 0.03, 0.05);
        Pair pair = pair(new double[] {0.5}, new double[] {0.55});
        descent.step(pair, Double.NaN);
        assertThat(descent.centre()).containsExactly(0.5);
        descent.step(pair, Double.POSITIVE_INFINITY);
        assertThat(descent.centre()[0]).isLessThan(0.5);
    }

    @Test
    void notesComeBack() {
        for (Label label : List.of(new Label(0, Side.PLUS, ""), new Label(17, Side.CENTRE, "AbC"))) {
            assertThat(Label.of(label.note())).contains(label);
        }
        for (String foreign : List.of("", "spsa", "spsa 1 left", "spsa x plus", "3 2 17")) {
            assertThat(Label.of(foreign)).isEmpty();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        StrategySpec still = StrategySpec.of("spsa").with("step", new Value.Real(0));
        assertThatThrownBy(() -> new Spsa.Factory().create(Trials.problem(still, 2, 0, 1, 1)))
                .hasMessageContaining("step is 0.0; it must be a number from");
        StrategySpec wide = StrategySpec.of("spsa").with("perturbation", new Value.Real(0.6));
        assertThatThrownBy(() -> new Spsa.Factory().create(Trials.problem(wide, 2, 0, 1, 1)))
                .hasMessageContaining("perturbation is 0.6; it must be a number from");
    }
}
