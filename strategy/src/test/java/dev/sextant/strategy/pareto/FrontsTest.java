package dev.sextant.strategy.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void whatNoneDominatesIsFirstAndWhatIsLeftWithoutItNext(int objectives) {
        RandomGenerator random = Streams.of(1, "fronts " + objectives);
        for (int round = 0; round < 40; round++) {
            double[][] losses = new double[random.nextInt(40)][objectives];
            for (double[] row : losses) {
                Arrays.setAll(row, _ -> random.nextInt(6));
            }
            assertThat(Fronts.ranks(losses)).containsExactly(byPeeling(losses));
        }
    }

    private static int[] byPeeling(double[][] losses) {
        int[] ranks = new int[losses.length];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        for (int rank = 0; Arrays.stream(ranks).anyMatch(r -> r == Integer.MAX_VALUE); rank++) {
            for (int i = 0; i < losses.length; i++) {
                ranks[i] = ranks[i] >= rank && isFree(i, losses, ranks, rank) ? rank : ranks[i];
            }
        }
        return ranks;
    }

    private static boolean isFree(int index, double[][] losses, int[] ranks, int rank) {
        for (int i = 0; i < losses.length; i++) {
            if (ranks[i] >= rank && Domination.dominates(losses[i], losses[index])) {
                return false;
            }
        }
        return true;
    }

    @Test
    void equalLossesShareAFrontWhateverTheSignOfZero() {
        assertThat(Fronts.ranks(new double[][] {{0.0, 1}, {-0.0, 1}, {0.0, 1}, {-0.0, 2}})).containsExactly(0, 0, 0, 1);
    }

    @Test
    void nothingHasNoFronts() {
        assertThat(Fronts.of(new double[0][])).isEmpty();
    }
}
