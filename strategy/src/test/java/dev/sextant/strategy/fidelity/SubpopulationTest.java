package dev.sextant.strategy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.strategy.fidelity.Subpopulation.Individual;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubpopulationTest {
    private final Subpopulation population = new Subpopulation(3);

    private void settle(int trial, int place, double... losses) {
        population.settle(place, new Individual(trial, new double[] {0.5}, losses));
    }

    private List<Integer> trials(List<Individual> individuals) {
        return individuals.stream().map(Individual::trial).toList();
    }

    @Test
    void aNewcomerThatIsNoWorseTakesThePlace() {
        settle(0, 0, 2);
        settle(1, 1, 3);
        settle(2, 0, 2);
        settle(3, 1, 3.5);
        assertThat(trials(population.all())).containsExactly(2, 1);
        assertThat(trials(population.best(1))).containsExactly(2);
    }

    @Test
    void withSeveralObjectives_whoIsDominatedLosesThePlace_andWhoOnlyCrowdsAFrontDoesNotGetIt() {
        settle(0, 0, 0, 4);
        settle(1, 1, 4, 0);
        settle(2, 2, 2, 2);
        settle(3, 2, 0.1, 3.9);
        assertThat(trials(population.all())).containsExactly(0, 1, 2);
        settle(4, 2, 1, 1);
        assertThat(trials(population.all())).containsExactly(0, 1, 4);
        assertThat(trials(population.best(1))).containsExactly(4);
    }

    @Test
    void whatFailedIsWorseThanAnyResult() {
        settle(0, 0, Double.MAX_VALUE, Double.MAX_VALUE);
        settle(1, 0, 7, 9);
        assertThat(trials(population.all())).containsExactly(1);
    }
}
