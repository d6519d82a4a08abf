package dev.sextant.strategy.de;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.Trials;
import dev.sextant.strategy.cube.Rank;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferentialEvolutionTest {
    private static double eggBox(double[] x) {
        return Arrays.stream(x).map(v -> v - 1.3).map(z -> z * z - 10 * Math.cos(2 * Math.PI * z) + 10).sum();
    }

    private static Member member(int trial, double coordinate, double loss) {
        return new Member(trial, new double[] {coordinate, coordinate}, Rank.complete(List.of(loss)));
    }

    @Test
    void manyLocalOptimaAreLeftBehind() {
        double[] best = IntStream.range(0, 7).mapToDouble(seed -> new Trials(new DifferentialEvolution.Factory(),
                Trials.problem(StrategySpec.of("de"), 4, -5, 5, seed), DifferentialEvolutionTest::eggBox).run(800, 4)).sorted().toArray();
        assertThat(best[3]).isLessThan(2.5);
    }

    @Test
    void aChildTakesAPlaceOnlyIfItIsNoWorse() {
        Population population = new Population(4);
        RandomGenerator random = Streams.of(1, "places");
        population.compete(2, member(0, 0.5, 1), Optional.empty(), random);
        population.compete(2, member(1, 0.6, 2), Optional.empty(), random);
        assertThat(population.at(2).map(Member::trial)).contains(0);
        population.compete(2, member(2, 0.7, 1), Optional.empty(), random);
        assertThat(population.at(2).map(Member::trial)).contains(2);
        assertThat(population.takeBack(2)).isPresent();
        assertThat(population.at(2)).isEmpty();
    }

    @Test
    void aPopulationInOnePointStartsAnew() {
        Population population = new Population(4);
        for (int place = 0; place < 4; place++) {
            population.compete(place, member(place, 0.5, place), Optional.empty(), Streams.of(1, "anew"));
        }
        assertThat(population.epoch()).isEqualTo(1);
        assertThat(population.members()).isEmpty();
    }

    @Test
    void ratesFollowSuccess() {
        Habits habits = new Habits();
        for (int i = 0; i < 6; i++) {
            habits.succeed(new Rate(0.9, 0.1), 1e300);
            habits.succeed(new Rate(0.9, 0.1), Double.POSITIVE_INFINITY);
            habits.remember();
        }
        RandomGenerator random = Streams.of(1, "rates");
        Rate[] drawn = IntStream.range(0, 1000).mapToObj(_ -> habits.draw(random)).toArray(Rate[]::new);
        assertThat(Arrays.stream(drawn).mapToDouble(Rate::crossover).average().orElseThrow()).isCloseTo(0.11, within(0.02));
        assertThat(Arrays.stream(drawn).mapToDouble(Rate::scale).sorted().toArray()[500]).isCloseTo(0.9, within(0.02));
        assertThat(drawn).allMatch(rate -> rate.scale() > 0 && rate.scale() <= 1);
    }

    @Test
    void notesComeBack() {
        for (Label label : List.of(new Label(0, 3, Optional.empty()), new Label(2, 1, Optional.of(new Rate(0.5f, 0.25f))))) {
            assertThat(Label.of(label.note())).contains(label);
        }
        for (String foreign : List.of("", "de", "de 1", "de x y", "3 2 17", "de 1 2 3")) {
            assertThat(Label.of(foreign)).isEmpty();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        StrategySpec small = StrategySpec.of("de").with("population", new Value.Int(3));
        assertThatThrownBy(() -> new DifferentialEvolution.Factory().create(Trials.problem(small, 2, 0, 1, 1)))
                .hasMessage("Strategy 'de': population is 3; it must be a whole number from 4 to 100000.");
    }
}
