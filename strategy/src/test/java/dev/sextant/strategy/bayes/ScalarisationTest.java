package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalarisationTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 100, Scale.LINEAR)));

    private static List<Results.Known> results(double[]... losses) {
        Results results = new Results(new Axes(SPACE));
        for (int trial = 0; trial < losses.length; trial++) {
            results.tell(new Observation.Proposed(trial, SPACE.accept(Map.of("x", new Value.Real(trial))), OptionalLong.empty(), Origin.STRATEGY, ""));
            results.tell(new Observation.Completed(trial, Arrays.stream(losses[trial]).boxed().toList()));
        }
        return results.ended();
    }

    private static List<Rank> ranks(Scalarisation scalarisation, List<Results.Known> rows, int draw) {
        return scalarisation.ofProposal(rows, Streams.ofTrial(1, draw, 0));
    }

    @Test
    void oneObjectiveIsItsOwnLossWhateverIsDrawn() {
        List<Results.Known> rows = results(new double[] {3}, new double[] {1});
        assertThat(ranks(new Scalarisation(1, 1), rows, 7)).containsExactly(Rank.complete(3), Rank.complete(1));
    }

    @Test
    void aDominatedResultIsNeverBetter() {
        List<Results.Known> rows = results(new double[] {0, 4}, new double[] {4, 0}, new double[] {2, 2}, new double[] {2, 3}, new double[] {9, 9});
        for (int draw = 0; draw < 200; draw++) {
            List<Rank> ranks = ranks(new Scalarisation(2, 1), rows, draw);
            assertThat(ranks.get(3).loss()).isGreaterThan(ranks.get(2).loss());
            assertThat(ranks.get(4).loss()).isGreaterThan(ranks.get(3).loss());
        }
    }

    @Test
    void eachResultOfTheFrontIsBestForSomeWeights() {
        List<Results.Known> rows = results(new double[] {0, 4}, new double[] {4, 0}, new double[] {1, 2}, new double[] {2.5, 0.9});
        assertThat(IntStream.range(0, 300).map(draw -> best(ranks(new Scalarisation(2, 1), rows, draw))).distinct()).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private static int best(List<Rank> ranks) {
        return IntStream.range(0, ranks.size()).reduce((a, b) -> HalfRank.ORDER.compare(ranks.get(b), ranks.get(a)) < 0 ? b : a).orElseThrow();
    }

    @Test
    void aChangeOfAnObjectivesUnitChangesNothing() {
        List<Rank> ranks = ranks(new Scalarisation(2, 1), results(new double[] {0, 4}, new double[] {4, 0}, new double[] {3, 3}), 1);
        assertThat(ranks(new Scalarisation(2, 1), results(new double[] {0, 4096}, new double[] {8, 0}, new double[] {6, 3072}), 1)).isEqualTo(ranks);
    }

    @Test
    void lossesOfEverySizeGiveFiniteOnes() {
        double most = Double.MAX_VALUE;
        List<Results.Known> rows = results(new double[] {most, -most}, new double[] {-most, most}, new double[] {0, 1e-300}, new double[] {most, most});
        assertThat(ranks(new Scalarisation(2, 1), rows, 1)).allSatisfy(rank -> assertThat(rank.loss()).isFinite());
    }
}
