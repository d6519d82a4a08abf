package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cmaes.Restarts.Mode;
import dev.sextant.strategy.cmaes.Run.Population;
import dev.sextant.strategy.cmaes.Run.Result;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    private static final Layout LAYOUT = new Layout(new Cube(SPACE));

    private static Run ran(Population population, int evaluations) {
        Run run = new Run(LAYOUT, Region.round(new double[] {0.5}, 0.25), population);
        RandomGenerator random = Streams.of(population.number(), "restarts");
        for (int i = 0; i < evaluations; i++) {
            run.take(new Result(i, new Place(LAYOUT, SPACE.accept(Map.of("x", new Value.Real(random.nextDouble()))), ""), 0,
                    Rank.complete(List.of(random.nextDouble()))), 0);
        }
        return run;
    }

    @Test
    void ipopDoublesEveryTime() {
        Restarts restarts = new Restarts(Mode.IPOP, 6);
        RandomGenerator random = Streams.of(1, "sizes");
        Population second = restarts.after(ran(new Population(0, 6, true), 10), random).population();
        Population third = restarts.after(ran(second, 10), random).population();
        assertThat(second).isEqualTo(new Population(1, 12, true));
        assertThat(third).isEqualTo(new Population(2, 24, true));
    }

    @Test
    void bipopSpendsAsMuchOnSmallRunsAsOnLargeOnes() {
        Restarts restarts = new Restarts(Mode.BIPOP, 6);
        RandomGenerator random = Streams.of(2, "sizes");
        Population population = new Population(0, 6, true);
        List<Integer> spent = new ArrayList<>(List.of(0, 0));
        for (int i = 0; i < 60; i++) {
            int evaluations = 40 * population.lambda();
            spent.set(population.large() ? 0 : 1, spent.get(population.large() ? 0 : 1) + evaluations);
            Restarts.Size size = restarts.after(ran(population, evaluations), random);
            population = size.population();
            assertThat(population.number()).isEqualTo(i + 1);
            assertThat(size.shrink()).isBetween(population.large() ? 1.0 : 0.01, 1.0);
            assertThat(population.lambda()).isGreaterThanOrEqualTo(6);
        }
        assertThat(spent.get(1)).isBetween(spent.get(0) / 4, 2 * spent.get(0));
    }
}
