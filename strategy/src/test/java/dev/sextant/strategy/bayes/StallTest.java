package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.search.Untried;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StallTest {
    /// `before` bad results, one good one, and `after` bad ones.
    private static double[] targets(int before, int after) {
        double[] targets = new double[before + 1 + after];
        java.util.Arrays.fill(targets, 1);
        targets[before] = -1;
        return targets;
    }

    @Test
    void everySixteenthTrialGoesFarWhenNothingBetterWasFoundForAWhile() {
        assertThat(Stall.wantsDistance(targets(3, 10), 2, 32)).isTrue();
        assertThat(Stall.wantsDistance(targets(3, 10), 2, 36)).isFalse();
        assertThat(Stall.wantsDistance(targets(30, 9), 2, 32)).isFalse();
    }

    @Test
    void theMoreParametersTheLongerTheWhile() {
        assertThat(Stall.wantsDistance(targets(3, 19), 10, 32)).isFalse();
        assertThat(Stall.wantsDistance(targets(3, 20), 10, 32)).isTrue();
    }

    @Test
    void whatIsBetterByAHairIsNotBetter() {
        double[] targets = targets(3, 10);
        targets[12] = -1.04;
        assertThat(Stall.wantsDistance(targets, 2, 32)).isTrue();
        targets[12] = -1.06;
        assertThat(Stall.wantsDistance(targets, 2, 32)).isFalse();
    }

    @Test
    void farIsWhereTheModelKnowsLeast() {
        SearchSpace space = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
        Points points = new Points(new boolean[] {false});
        points.add(new double[] {0.1});
        points.add(new double[] {0.2});
        Posterior posterior = Posterior.of(points, new Hyper(new double[] {10}, 1, 0, 1e-6));
        double[] genes = Stall.farthest(new Axes(space), posterior, new Untried(space), Question.of(3, Set.of())).orElseThrow();
        assertThat(genes[0]).isGreaterThan(0.9);
    }
}
