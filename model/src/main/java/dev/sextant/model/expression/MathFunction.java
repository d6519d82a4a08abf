package dev.sextant.model.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// A function of numbers that expressions may call. Outside its domain the answer is NaN or infinite.
enum MathFunction {
    MIN(2, Integer.MAX_VALUE),
    MAX(2, Integer.MAX_VALUE),
    ABS(1, 1),
    LOG(1, 1),
    LOG2(1, 1),
    LOG10(1, 1),
    EXP(1, 1),
    SQRT(1, 1);

    static final List<String> NAMES = Stream.of(values()).map(MathFunction::symbol).toList();

    private static final double LN_2 = Math.log(2);

    private final int fewest;
    private final int most;

    MathFunction(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<MathFunction> of(String symbol) {
        return Stream.of(values()).filter(function -> function.symbol().equals(symbol)).findFirst();
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return fewest <= arguments && arguments <= most;
    }

    /// The arguments it takes, for error messages.
    String arity() {
        return most == 1 ? "one number" : "two numbers or more";
    }

    /// Its value for these arguments.
    ///
    /// @param arguments as many as it [takes][#takes(int)]
    Term.Calculation of(List<Term.Calculation> arguments) {
        return switch (this) {
            case MIN -> fold(Math::min, arguments);
            case MAX -> fold(Math::max, arguments);
            case ABS -> of(Math::abs, arguments.getFirst());
            case LOG -> of(Math::log, arguments.getFirst());
            case LOG2 -> of(MathFunction::log2, arguments.getFirst());
            case LOG10 -> of(Math::log10, arguments.getFirst());
            case EXP -> of(Math::exp, arguments.getFirst());
            case SQRT -> of(Math::sqrt, arguments.getFirst());
        };
    }

    private static Term.Calculation of(DoubleUnaryOperator function, Term.Calculation argument) {
        return row -> function.applyAsDouble(argument.at(row));
    }

    private static Term.Calculation fold(DoubleBinaryOperator function, List<Term.Calculation> arguments) {
        var first = arguments.getFirst();
        var rest = arguments.subList(1, arguments.size()).toArray(Term.Calculation[]::new);
        return row -> {
            double folded = first.at(row);
            for (var argument : rest) {
                folded = function.applyAsDouble(folded, argument.at(row));
            }
            return folded;
        };
    }

    /// The power as C and Python define it.
    ///
    /// Differs from [Math#pow(double, double)]: 1 to the power of NaN, and ±1 to the power of ±∞, are 1.
    static double power(double base, double exponent) {
        boolean one = base == 1 || (base == -1 && Double.isInfinite(exponent));
        return one ? 1 : Math.pow(base, exponent);
    }

    /// The binary logarithm, exact for powers of two, so that `log2(batch) % 1 == 0` means what it says.
    ///
    /// The mantissa is taken from `[√½, √2)`: near 1 the two parts of the sum must not cancel.
    private static double log2(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return x > 0 && x < 1 ? log2(x * 0x1p54) - 54 : Math.log(x);
        }
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        return mantissa < Math.sqrt(2)
                ? exponent + Math.log(mantissa) / LN_2
                : exponent + 1 + Math.log(mantissa / 2) / LN_2;
    }
}
