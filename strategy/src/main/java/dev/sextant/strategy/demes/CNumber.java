package dev.sextant.strategy.demes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as C's `printf` writes them.
final class CNumber {
    private CNumber() {}

    /// `%e`: `1.383440e+03`.
    static String scientific(double number) {
        return String.format(Locale.ROOT, "%e", number);
    }

    /// `%.{digits}g`: so many significant digits without trailing zeros, with an exponent below 1e-4 and from
    /// 10^digits on.
    ///
    /// @param number finite
    static String general(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
