package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OddsTest {
    private final Random random = new Random(3);

    private Odds.Border border(Odds.Kind kind, double at) {
        var points = new Points(new boolean[] {false, false});
        double[] targets = random.doubles(12, -1.5, 1.5).toArray();
        for (int i = 0; i < targets.length; i++) {
            points.add(new double[] {random.nextDouble(), random.nextDouble()});
        }
        var posterior = Posterior.of(points, new Hyper(new double[] {3, 8}, 1, 0.1, 1e-3));
        posterior.explain(targets);
        return new Odds.Border(kind, posterior, at);
    }

    @Test
    void theSlopesAreThoseOfTheLogarithm_alsoWhereTheOddsVanish() {
        for (double at : new double[] {0, 1, -60}) {
            var odds = new Odds(List.of(border(Odds.Kind.LIMIT, at), border(Odds.Kind.FAILURE, at / 2)));
            double[] point = {0.4, 0.7};
            double[] slopes = new double[2];
            double log = odds.log(point, new int[] {0, 1}, slopes);
            assertThat(log).isEqualTo(odds.log(point)).isFinite();
            for (int axis = 0; axis < 2; axis++) {
                double[] on = point.clone();
                on[axis] += 1e-6;
                double[] back = point.clone();
                back[axis] -= 1e-6;
                assertThat(slopes[axis]).isCloseTo((odds.log(on) - odds.log(back)) / 2e-6, within(1e-4 * (1 + Math.abs(slopes[axis]))));
            }
        }
    }

    @Test
    void noPointHasBetterOddsThanItsBound() {
        var odds = new Odds(List.of(border(Odds.Kind.LIMIT, 0.3), border(Odds.Kind.FAILURE, -0.5)));
        for (int i = 0; i < 200; i++) {
            double[] point = {random.nextDouble(), random.nextDouble()};
            assertThat(odds.log(point)).isLessThanOrEqualTo(odds.bound(point) + 1e-12);
        }
    }

    @Test
    void withoutLimits_everythingIsCertain() {
        assertThat(Odds.CERTAIN.log(new double[] {0.1, 0.2})).isZero();
    }

    @Nested
    class Excesses {
        @Test
        void theBorderLiesBetweenWhatKeepsTheLimitAndWhatDoesNot() {
            double[] excesses = {-3, -0.1, 0.2, 1e300, 5, -1e300};
            var scaled = Excess.scaled(excesses);
            for (int i = 0; i < excesses.length; i++) {
                assertThat(scaled.values()[i] > scaled.border()).isEqualTo(excesses[i] > 0);
                assertThat(scaled.values()[i]).isFinite();
            }
        }

        @Test
        void equalOnes_areFinite() {
            assertThat(Excess.scaled(new double[] {0, 0, 0}).values()).containsOnly(0.0);
            assertThat(Excess.scaled(new double[] {2, 2}).border()).isNegative();
        }
    }
}
