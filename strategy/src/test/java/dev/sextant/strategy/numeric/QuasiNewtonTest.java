package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.numeric.QuasiNewton.Result;
import dev.sextant.strategy.numeric.QuasiNewton.Setup;
import org.junit.jupiter.api.Test;

/// Problems and solutions: W. Hock and K. Schittkowski, Test Examples for Nonlinear Programming Codes, 1981, numbers 1, 3,
/// 4 and 5.
class QuasiNewtonTest {
    private static final Setup SETUP = new Setup(500, 1e-8, 8, 1);
    private static final double FREE = Double.POSITIVE_INFINITY;

    private static double valley(double[] x, double[] gradient) {
        double off = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * off - 2 * (1 - x[0]);
        gradient[1] = 200 * off;
        return 100 * off * off + (1 - x[0]) * (1 - x[0]);
    }

    private static Result minimize(Smooth function, double[] start, double[] low, double[] high) {
        return QuasiNewton.minimize(function, start, low, high, SETUP);
    }

    @Test
    void aBentValleyIsFollowedToItsEnd() {
        Result result = minimize(QuasiNewtonTest::valley, new double[] {-2, 1}, new double[] {-FREE, -1.5}, new double[] {FREE, FREE});
        assertThat(result.x()).containsExactly(new double[] {1, 1}, within(1e-6));
    }

    @Test
    void aBoundAcrossTheValleyIsWhereItEnds() {
        Result result = minimize(QuasiNewtonTest::valley, new double[] {-2, 1}, new double[] {-FREE, -1.5}, new double[] {0.5, FREE});
        assertThat(result.x()).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    }

    @Test
    void aNearlyLinearFunctionEndsAtItsBound() {
        Result result = minimize((x, g) -> {
            double d = x[1] - x[0];
            g[0] = -2e-5 * d;
            g[1] = 1 + 2e-5 * d;
            return x[1] + 1e-5 * d * d;
        }, new double[] {10, 1}, new double[] {-FREE, 0}, new double[] {FREE, FREE});
        assertThat(result.x()[1]).isZero();
        assertThat(result.value()).isCloseTo(0, within(1e-6));
    }

    @Test
    void twoBoundsCanHold() {
        Result result = minimize((x, g) -> {
            g[0] = (x[0] + 1) * (x[0] + 1);
            g[1] = 1;
            return Math.pow(x[0] + 1, 3) / 3 + x[1];
        }, new double[] {1.125, 0.125}, new double[] {1, 0}, new double[] {FREE, FREE});
        assertThat(result.value()).isCloseTo(8.0 / 3, within(1e-12));
        assertThat(result.x()).containsExactly(1, 0);
    }

    @Test
    void wavesEndInTheirTrough() {
        Result result = minimize((x, g) -> {
            double wave = Math.cos(x[0] + x[1]);
            double d = x[0] - x[1];
            g[0] = wave + 2 * d - 1.5;
            g[1] = wave - 2 * d + 2.5;
            return Math.sin(x[0] + x[1]) + d * d - 1.5 * x[0] + 2.5 * x[1] + 1;
        }, new double[] {0, 0}, new double[] {-1.5, -3}, new double[] {4, 3});
        assertThat(result.value()).isCloseTo(-Math.sqrt(3) / 2 - Math.PI / 3, within(1e-12));
    }

    @Test
    void aStartOutsideIsMovedInsideAndOneWithoutAValueIsKept() {
        Result result = minimize(QuasiNewtonTest::valley, new double[] {9, 9}, new double[] {2, 2}, new double[] {3, 3});
        assertThat(result.x()).containsExactly(new double[] {2, 3}, within(1e-9));
        Result nowhere = minimize((_, _) -> Double.NaN, new double[] {1}, new double[] {0}, new double[] {2});
        assertThat(nowhere.x()).containsExactly(1);
        assertThat(nowhere.steps()).isZero();
    }

    @Test
    void theNumberOfStepsIsKept() {
        Result result = QuasiNewton.minimize(QuasiNewtonTest::valley, new double[] {-2, 1},
                new double[] {-FREE, -FREE}, new double[] {FREE, FREE}, SETUP.withSteps(3));
        assertThat(result.steps()).isEqualTo(3);
        assertThat(result.value()).isLessThan(909);
    }
}
