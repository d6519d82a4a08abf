package dev.sextant.strategy.neldermead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Trials;
import dev.sextant.strategy.cube.Cube;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NelderMeadTest {
    private static final Problem PLANE = Trials.problem(StrategySpec.of("neldermead"), 2, 0, 1, 1);
    private static final Cube CUBE = new Cube(PLANE.space());

    private final Known known = new Known(PLANE.space());

    private void tell(double[] point, double loss) {
        known.put(CUBE.configuration(point), loss);
    }

    private Simplex simplex() {
        Simplex simplex = new Simplex(CUBE, known, List.of(new double[] {0.4, 0.4}, new double[] {0.6, 0.4}, new double[] {0.4, 0.6}));
        tell(new double[] {0.4, 0.4}, 3);
        tell(new double[] {0.6, 0.4}, 1);
        assertThat(simplex.advance()).isFalse();
        tell(new double[] {0.4, 0.6}, 2);
        assertThat(simplex.advance()).isTrue();
        return simplex;
    }

    private double[] move(Simplex simplex, Move move) {
        return simplex.moves().getOrDefault(move, new double[0]);
    }

    @Test
    void theMovesOfTwoDimensionsAreTheClassicalOnes() {
        Simplex simplex = simplex();
        assertThat(move(simplex, Move.REFLECTION)).containsExactly(new double[] {0.6, 0.6}, within(1e-12));
        assertThat(move(simplex, Move.EXPANSION)).containsExactly(new double[] {0.7, 0.7}, within(1e-12));
        assertThat(move(simplex, Move.OUTSIDE_CONTRACTION)).containsExactly(new double[] {0.55, 0.55}, within(1e-12));
        assertThat(move(simplex, Move.INSIDE_CONTRACTION)).containsExactly(new double[] {0.45, 0.45}, within(1e-12));
    }

    @Test
    void aGoodReflectionWaitsForItsExpansion() {
        Simplex simplex = simplex();
        double[] farther = move(simplex, Move.EXPANSION);
        tell(move(simplex, Move.REFLECTION), 0.5);
        assertThat(simplex.advance()).isFalse();
        tell(farther, 0.25);
        assertThat(simplex.advance()).isTrue();
        assertThat(simplex.points().getFirst()).isEqualTo(farther);
    }

    @Test
    void aBadReflectionIsContractedAndElseTheSimplexShrinks() {
        Simplex simplex = simplex();
        tell(move(simplex, Move.REFLECTION), Double.POSITIVE_INFINITY);
        assertThat(simplex.advance()).isFalse();
        tell(move(simplex, Move.INSIDE_CONTRACTION), 5);
        assertThat(simplex.advance()).isTrue();
        assertThat(simplex.isBuilding()).isTrue();
        assertThat(simplex.points().get(1)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    @Test
    void whatTheConstraintsForbidNeedsNoTrial() {
        SearchSpace half = PLANE.space().require("x0 + x1 <= 1.1");
        Known inHalf = new Known(half);
        assertThat(inHalf.loss(CUBE.configuration(new double[] {0.6, 0.6}))).hasValue(Double.POSITIVE_INFINITY);
        assertThat(inHalf.loss(CUBE.configuration(new double[] {0.5, 0.5}))).isEmpty();
    }

    @Test
    void theValleyOfRosenbrockIsFollowedToItsEnd() {
        double best = new Trials(new NelderMead.Factory(), Trials.problem(StrategySpec.of("neldermead"), 3, -5, 10, 4),
                x -> IntStream.range(0, 2).mapToDouble(i -> 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2)).sum())
                .run(600, 1);
        assertThat(best).isLessThan(1e-6);
    }

    @Test
    void guessesAheadMakeItFasterThanOneTrialAtATime() {
        double[] afterHundredRounds = IntStream.of(1, 4).mapToDouble(slots -> new Trials(new NelderMead.Factory(),
                Trials.problem(StrategySpec.of("neldermead"), 4, -5, 10, 2),
                x -> IntStream.range(0, 4).mapToDouble(i -> (x[i] - 1 - i) * (x[i] - 1 - i)).sum()).run(70 * slots, slots)).toArray();
        assertThat(afterHundredRounds[1]).isLessThan(afterHundredRounds[0]);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        StrategySpec flat = StrategySpec.of("neldermead").with("edge", new Value.Real(0));
        assertThatThrownBy(() -> new NelderMead.Factory().create(Trials.problem(flat, 2, 0, 1, 1)))
                .hasMessage("Strategy 'neldermead': edge is 0.0; it must be a number from 1e-06 to 1.0.");
    }
}
