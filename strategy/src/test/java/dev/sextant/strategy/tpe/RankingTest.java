package dev.sextant.strategy.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Ranking of(double... losses) {
        Ranking ranking = new Ranking(1);
        for (int slot = 0; slot < losses.length; slot++) {
            ranking.put(slot, Rank.complete(List.of(losses[slot])));
        }
        return ranking;
    }

    @Test
    void theSmallestLossesAreBestAndTiesGoToTheEarlier() {
        assertThat(of(3, 1, 2, 1, 1).best(2)).containsExactly(1, 3);
        assertThat(of(5, 4, 3, 2, 1).best(3)).containsExactly(2, 3, 4);
        assertThat(of(1, 1, 1).best(10)).containsExactly(0, 1, 2);
        assertThat(of().best(1)).isEmpty();
    }

    @Test
    void aPrunedTrialComesAfterAllCompleteOnesAndTheFurtherItCameTheBetter() {
        Ranking ranking = of(100);
        ranking.put(1, Rank.pruned(5, List.of(1.0)));
        ranking.put(2, Rank.pruned(9, List.of(2.0)));
        ranking.put(3, Rank.pruned(9, List.of(1.5)));
        ranking.put(4, Rank.pruned(0, List.of()));
        assertThat(ranking.best(1)).containsExactly(0);
        assertThat(ranking.best(2)).containsExactly(0, 3);
        assertThat(ranking.best(3)).containsExactly(0, 2, 3);
        assertThat(ranking.best(4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatWasTakenOutIsNotBest() {
        Ranking ranking = of(1, 2, 3);
        ranking.remove(0);
        assertThat(ranking.size()).isEqualTo(2);
        assertThat(ranking.best(1)).containsExactly(1);
    }

    @Test
    void withSeveralObjectivesTheUndominatedAreBest() {
        Ranking ranking = new Ranking(2);
        double[][] losses = {{3, 3}, {1, 4}, {4, 1}, {2, 2}, {5, 5}};
        for (int slot = 0; slot < losses.length; slot++) {
            ranking.put(slot, Rank.complete(List.of(losses[slot][0], losses[slot][1])));
        }
        assertThat(ranking.best(3)).containsExactly(1, 2, 3);
        assertThat(ranking.best(4)).containsExactly(0, 1, 2, 3);
        assertThat(ranking.best(9)).containsExactly(0, 1, 2, 3, 4);
        ranking.remove(3);
        assertThat(ranking.best(3)).containsExactly(0, 1, 2);
    }

    @Test
    void ofAFrontThatIsTooLargeThoseAreBestThatDominateMostTogether() {
        Ranking ranking = new Ranking(2);
        double[][] losses = {{0, 8}, {1, 7}, {9, 9}, {4, 4}, {4.1, 3.9}, {7, 1}, {8, 0}};
        for (int slot = 0; slot < losses.length; slot++) {
            ranking.put(slot, Rank.complete(List.of(losses[slot][0], losses[slot][1])));
        }
        assertThat(ranking.best(3)).containsExactly(1, 3, 5);
        ranking.put(7, Rank.complete(List.of(9.5, 9.5)));
        assertThat(ranking.best(3)).containsExactly(1, 3, 5);
        ranking.put(8, Rank.complete(List.of(3.0, 3.0)));
        assertThat(ranking.best(3)).containsExactly(1, 5, 8);
    }

    @Test
    void withSeveralObjectivesPrunedTrialsComeAfterCompleteOnes() {
        Ranking ranking = new Ranking(2);
        ranking.put(0, Rank.pruned(3, List.of()));
        ranking.put(1, Rank.pruned(3, List.of()));
        ranking.put(2, Rank.pruned(9, List.of(1.0, 1.0)));
        ranking.put(3, Rank.complete(List.of(5.0, 5.0)));
        assertThat(ranking.best(1)).containsExactly(3);
        assertThat(ranking.best(2)).containsExactly(2, 3);
        assertThat(ranking.best(3)).containsExactly(0, 2, 3);
    }
}
