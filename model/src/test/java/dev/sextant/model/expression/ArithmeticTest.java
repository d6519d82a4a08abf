package dev.sextant.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected results were printed by Python 3.11 for the same texts.
class ArithmeticTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -2**2 | -4.0
            2**-1 | 0.5
            2**3**2 | 512.0
            -2**-2 | -0.25
            (-2)**2 | 4.0
            2**-2**2 | 0.0625
            7 % 3 | 1.0
            -7 % 3 | 2.0
            7 % -3 | -2.0
            -7 % -3 | -1.0
            5.5 % -2 | -0.5
            -0.5 % 1 | 0.5
            6 % 3 - 1 | -1.0
            1 - 2 - 3 | -4.0
            1 - (2 - 3) | 2.0
            8 / 4 / 2 | 1.0
            8 / (4 / 2) | 4.0
            2 + 3 * 4 | 14.0
            (2 + 3) * 4 | 20.0
            2 * 3 % 4 | 2.0
            2 * (3 % 4) | 6.0
            10 - 4 % 3 * 2 | 8.0
            --3 | 3.0
            -+-3 | 3.0
            +2 | 2.0
            2 * -3 | -6.0
            2 - -3 | 5.0
            2 ** 0.5 | 1.4142135623730951
            0.1 + 0.2 | 0.30000000000000004
            1e3 + 1E-3 | 1000.001
            7 / 2 | 3.5
            min(3, 1, 2) | 1.0
            max(3, 1, 2) * 2 | 6.0
            abs(-3.5) | 3.5
            log(10) | 2.302585092994046
            log2(8) | 3.0
            log2(10) | 3.321928094887362
            log10(1000) | 3.0
            exp(1) | 2.718281828459045
            sqrt(2) | 1.4142135623730951
            exp(log(7)) | 6.999999999999999
            2 * max(1, 2) ** 2 | 8.0
            -abs(-2) ** 2 | -4.0
            log2(2**40) | 40.0
            log2(0.999999) | -1.4426957622784505e-06
            log10(2) + log10(5) | 1.0
            1 % -3 | -2.0
            4 ** 3 / 2 ** 3 | 8.0
            -2 ** 2 ** 0.5 | -2.665144142690225
            2 ** -1 * 4 | 2.0
            log2(3e-310) | -1028.212746914361
            min(1, 2) - max(3, 4) / 2 | -1.0
            """)
    void aNumberIsThatOfPython(String text, double expected) {
        assertThat(number(text)).isCloseTo(expected, within(2 * Math.ulp(expected)));
    }

    @Test
    void theBinaryLogarithmOfEveryPowerOfTwo_isExact() {
        for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
            assertThat(number("log2(2 ** %d)".formatted(exponent))).isEqualTo(exponent);
        }
        assertThat(number("log2(4.9e-324)")).isEqualTo(-1074);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 / 0 | Infinity
            -1 / 0 | -Infinity
            0 / 0 | NaN
            5 % 0 | NaN
            log(0) | -Infinity
            log2(0) | -Infinity
            log2(-1) | NaN
            log2(1 / 0) | Infinity
            sqrt(-1) | NaN
            (-8) ** 0.5 | NaN
            exp(1000) | Infinity
            1 ** (0 / 0) | 1
            (-1) ** (1 / 0) | 1
            -5 % (1 / 0) | Infinity
            max(1, 0 / 0) | NaN
            """)
    void atTheEdges_nothingFails(String text, double expected) {
        assertThat(Double.valueOf(number(text))).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void withNaN_onlyUnequalHolds() {
        for (var relation : Relation.values()) {
            assertThat(relation.holds(Double.NaN, 1)).isEqualTo(relation == Relation.UNEQUAL);
            assertThat(relation.holds(Double.NaN, Double.NaN)).isEqualTo(relation == Relation.UNEQUAL);
        }
    }

    private static double number(String text) {
        var source = new Source(text);
        var term = new Checker(source, new Names()).term(Parser.parse(source));
        assertThat(term).isInstanceOf(Term.Quantity.class);
        return ((Term.Quantity) term).calculation().at(Row.EMPTY);
    }
}
