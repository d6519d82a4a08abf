package dev.sextant.strategy.pbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ThreeParentsTest {
    private static final int DRAWS = 2_000;
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("trial", IntRange.of(0, 100)));
    private static final ThreeParents SUCCESSION = new ThreeParents(new Genes(SPACE, new LinkedHashSet<>()), new Perturbation(0), 0.25, 0, 0);

    /// A member whose one hyperparameter is its trial's number.
    private static Standing member(int trial, double loss, OptionalDouble before) {
        return new Standing(trial, trial, 2, SPACE.accept(Map.of("trial", new Value.Int(trial))), loss, before);
    }

    private static Standing member(int trial, double before, double loss) {
        return member(trial, loss, OptionalDouble.of(before));
    }

    /// How many children in a hundred get the hyperparameter of each rival first.
    private static int[] shares(List<Standing> rivals) {
        RandomGenerator random = Streams.of(1, "shares");
        int[] counts = new int[rivals.size()];
        for (int i = 0; i < DRAWS; i++) {
            var child = SUCCESSION.child(rivals.getFirst(), false, rivals, random);
            counts[(int) ((Value.Int) child.configuration().value("trial").orElseThrow()).number()] += 1;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 100 * counts[i] / DRAWS;
        }
        return counts;
    }

    @Test
    void foundersAreChosenByTheirLoss() {
        var shares = shares(List.of(member(0, 1, OptionalDouble.empty()), member(1, 2, OptionalDouble.empty()), member(2, 3, OptionalDouble.empty()), member(3, 4, OptionalDouble.empty())));
        assertThat(shares[0]).isGreaterThan(shares[1]);
        assertThat(shares[1]).isGreaterThan(shares[2]);
        assertThat(shares[3]).isZero();
    }

    @Test
    void whoGainedMostInTheLastGeneration_isChosenBeforeWhoIsAheadAndStandsStill() {
        var shares = shares(List.of(member(0, 0.10, 0.10), member(1, 0.9, 0.2), member(2, 0.40, 0.3), member(3, 0.41, 0.4)));
        assertThat(shares[1]).isGreaterThan(60).isGreaterThan(2 * shares[0]);
    }

    @Test
    void aGainIsMeasuredInSharesOfTheLoss_whateverItsSign() {
        // From 0.2 to 0.1 is more than from 100 to 90.
        assertThat(shares(List.of(member(0, 0.2, 0.1), member(1, 100, 90), member(2, 100, 99)))[0]).isGreaterThan(80);
        assertThat(shares(List.of(member(0, -4, -4), member(1, -1, -3.9), member(2, -2, -3), member(3, -2.8, -2.9)))[1]).isGreaterThan(60);
    }

    @Test
    void aLonelyMemberIsItsOwnParent() {
        assertThat(shares(List.of(member(0, 0, 0)))).containsExactly(100);
    }
}
