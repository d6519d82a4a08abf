package dev.sextant.model.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// Numbers as text: the grammar of INTERFACE §2 and the shortest form that reads back exactly.
public final class Numbers {
    /// The largest magnitude at which every whole number is a double: 2^53.
    public static final long MAX_WHOLE = 1L << 53;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern KEPT_AS_WORD = Pattern.compile("\\+.*|-?0[0-9]+.*");
    private static final int MAX_DIGITS = 400;

    private Numbers() {}

    /// Whether the text is `[+-]?digits[.digits][e[+-]digits]`.
    public static boolean isNumber(String text) {
        return text.length() <= MAX_DIGITS && NUMBER.matcher(text).matches();
    }

    /// Whether the text is a number without a point or exponent.
    public static boolean isWhole(String text) {
        return text.length() <= MAX_DIGITS && WHOLE.matcher(text).matches();
    }

    static Value value(String number) {
        if (KEPT_AS_WORD.matcher(number).matches()) {
            return new Value.Text(number);
        }
        if (isWhole(number)) {
            boolean exact = number.length() <= 17 && Math.abs(Long.parseLong(number)) <= MAX_WHOLE;
            return exact ? new Value.Int(Long.parseLong(number)) : new Value.Text(number);
        }
        double real = Double.parseDouble(number);
        return Double.isFinite(real) ? new Value.Real(real) : new Value.Text(number);
    }

    /// The shortest decimal text that reads back as exactly this number, laid out as Python's `repr` does:
    /// plain between 1e-4 and 1e16, else with a two-digit exponent; `nan`, `inf` and `-inf` for the rest.
    public static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        if (Math.abs(number) >= 1e-3 && Math.abs(number) < 1e7) {
            return Double.toString(number);
        }
        var decimal = shortest(number);
        int exponent = decimal.precision() - decimal.scale() - 1;
        return exponent < -4 || exponent >= 16 ? scientific(decimal, exponent) : plain(decimal);
    }

    /// `Double.toString` gives two digits where one would do, as in `4.9E-324`.
    private static BigDecimal shortest(double number) {
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (decimal.precision() != 2) {
            return decimal;
        }
        var oneDigit = decimal.round(new MathContext(1));
        return oneDigit.doubleValue() == number ? oneDigit.stripTrailingZeros() : decimal;
    }

    private static String plain(BigDecimal decimal) {
        var text = decimal.toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        var digits = decimal.unscaledValue().abs().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return "%s%se%s%02d".formatted(decimal.signum() < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+",
                Math.abs(exponent));
    }
}
