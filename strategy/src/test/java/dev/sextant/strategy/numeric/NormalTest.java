package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Expected figures were computed with mpmath at 60 digits.
class NormalTest {
    private static double tolerance(double expected, double relative) {
        return Math.max(Math.abs(expected) * relative, Double.MIN_NORMAL);
    }

    @Nested
    class TheDistributionFunction {
        @ParameterizedTest
        @CsvSource({
            "-20, 2.7536241186062336951e-89, 1e-13", "-10, 7.619853024160526066e-24, 1e-14", "-5, 2.8665157187919391167e-7, 1e-14",
            "-2, 0.0227501319481792072, 1e-14", "-1, 0.15865525393145705141, 1e-14", "-0.5, 0.30853753872598689636, 1e-14",
            "0, 0.5, 0", "0.3, 0.61791142218895263731, 1e-14", "1, 0.84134474606854294859, 1e-14", "8, 0.9999999999999993779, 1e-15"
        })
        void isRightToTheLastDigits(double x, double expected, double relative) {
            assertThat(Normal.cdf(x)).isCloseTo(expected, within(tolerance(expected, relative)));
        }

        @ParameterizedTest
        @CsvSource({
            "-1e6, -500000000014.73444909", "-1000, -500007.82669481218431", "-40, -804.60844201375378817",
            "-20, -203.91715537109726394", "-10, -53.231285150512470578", "-5, -15.064998393988725736",
            "-2, -3.7831843336820319488", "-1, -1.8410216450092635058", "-0.5, -1.1759117615936186089",
            "0, -0.69314718055994530942", "0.3, -0.48141016158848119832", "1, -0.17275377902344988953",
            "2, -0.023012909328963488465", "5, -2.8665161296376359338e-7", "8, -6.2209605742717860585e-16"
        })
        void hasALogarithmThatSurvivesFarOut(double x, double expected) {
            assertThat(Normal.logCdf(x)).isCloseTo(expected, within(tolerance(expected, 2e-14)));
        }

        @Test
        void neverFalls() {
            double last = Double.NEGATIVE_INFINITY;
            for (double x = -60; x <= 9; x += 0.001) {
                double now = Normal.logCdf(x);
                assertThat(now).as("log cdf at %s", x).isGreaterThanOrEqualTo(last);
                last = now;
            }
        }

        @Test
        void endsInZeroAndOne() {
            assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
            assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isOne();
            assertThat(Normal.logCdf(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(Normal.logCdf(Double.POSITIVE_INFINITY)).isZero();
        }
    }

    @Nested
    class TheQuantile {
        @ParameterizedTest
        @CsvSource({
            "-0.7, -0.0085594785824803375759", "-1, -0.33747496376420245528", "-2, -1.1015196284987502661",
            "-10, -3.9139462405318930773", "-24.9, -6.643187447636458951", "-25.1, -6.6725906983243806795",
            "-100, -13.888476033003886317", "-600, -34.511995499733521392", "-800, -39.884694838256677568",
            "-1e4, -141.3798398731271637", "-1e8, -14142.134882976300613"
        })
        void isRightFarOut(double logP, double expected) {
            assertThat(Normal.quantileOfLog(logP)).isCloseTo(expected, within(tolerance(expected, 2e-14)));
        }

        @Test
        void undoesTheDistributionFunction() {
            for (double x = -30; x <= 5; x += 0.01) {
                assertThat(Normal.quantileOfLog(Normal.logCdf(x))).as("x = %s", x).isCloseTo(x, within(1e-9));
            }
        }

        @Test
        void isOddAboutOneHalf() {
            assertThat(Normal.quantile(0.5)).isZero();
            assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
            assertThat(Normal.quantile(0.975)).isCloseTo(-Normal.quantile(0.025), within(1e-13));
            assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
        void refusesWhatIsNoProbability(double p) {
            assertThatThrownBy(() -> Normal.quantile(p)).hasMessageContaining("a probability is 0 to 1");
        }
    }

    @Nested
    class TheMassBetweenTwoPoints {
        @ParameterizedTest
        @CsvSource({
            "-1, 1, -0.38171514630212607227, 1e-14", "5, 6, -15.068446096529453352, 1e-14",
            "30, 31, -454.32124395634325204, 1e-14", "100, 100.001, -5007.8762773427514238, 1e-12",
            "-3, 40, -0.0013508099647481937988, 1e-13", "0.5, 0.500001, -14.859449341169103096, 1e-11",
            "-8, 8, -1.2441921148543575987e-15, 1e-13", "-50, -49.9, -1249.8411418668054964, 1e-14",
            "20, 20.00000011920929, -216.86132487817607589, 1e-11", "-0.25, 7, -0.51298407541156806203, 1e-14"
        })
        void isRightInEveryCorner(double low, double high, double expected, double relative) {
            assertThat(Normal.logMass(low, high)).isCloseTo(expected, within(tolerance(expected, relative)));
        }

        @Test
        void isNothingBetweenEqualPoints() {
            assertThat(Normal.logMass(3, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
        }

        @Test
        void isAllOfItBetweenTheInfinities() {
            assertThat(Normal.logMass(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isZero();
        }

        @Test
        void addsUp() {
            for (double cut = -44; cut <= 44; cut += 0.37) {
                double sum = LogSum.of(Normal.logMass(-45, cut), Normal.logMass(cut, 45));
                assertThat(sum).as("cut at %s", cut).isCloseTo(Normal.logMass(-45, 45), within(1e-13));
            }
        }
    }

    @Nested
    class ADrawOfTheTruncatedDistribution {
        @ParameterizedTest
        @CsvSource({
            "5, 6, 0.5, 5.1313717632839191851", "-6, -5, 0.25, -5.2590447290096154159", "30, 31, 0.9, 30.0765703370349275",
            "-1, 1, 0.1, -0.74901459896957008017", "-3, 9, 0.999, 3.0906334641186566074",
            "-200, -199, 0.5, -199.00348303323194536", "-0.5, 40, 0.9999998807907104, 5.2351426412906763072"
        })
        void splitsTheMassAsAsked(double low, double high, double u, double expected) {
            assertThat(Normal.truncatedQuantile(low, high, u)).isCloseTo(expected, within(Math.abs(expected) * 1e-13));
        }

        @Test
        void staysInsideHoweverFarOutTheBoundsAre() {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
            for (int i = 0; i < 20_000; i++) {
                double low = random.nextGaussian() * Math.pow(10, random.nextInt(6));
                double high = low + Math.pow(10, random.nextInt(-12, 4));
                assertThat(Normal.truncatedQuantile(low, high, random.nextDouble())).isBetween(low, high);
            }
        }

        @Test
        void reachesBothEnds() {
            assertThat(Normal.truncatedQuantile(-2, 3, 0)).isEqualTo(-2, within(1e-14));
            assertThat(Normal.truncatedQuantile(-2, 3, 1)).isEqualTo(3, within(1e-12));
            assertThat(Normal.truncatedQuantile(7, 7, 0.3)).isEqualTo(7);
        }

        @Test
        void isDistributedAsTheDistributionSays() {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
            int[] cells = new int[10];
            int draws = 20_000;
            for (int i = 0; i < draws; i++) {
                double x = Normal.truncatedQuantile(-0.7, 2.5, random.nextDouble());
                double fraction = Math.exp(Normal.logMass(-0.7, x) - Normal.logMass(-0.7, 2.5));
                cells[Math.min(9, (int) (fraction * 10))]++;
            }
            assertThat(ChiSquared.ofUniform(cells)).isLessThan(ChiSquared.NINE_DEGREES_ONE_IN_A_THOUSAND);
        }
    }
}
