package dev.sextant.model.space;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.util.OptionalDouble;

/// The belief that good values of a parameter lie around one of them.
///
/// @param around a value of the parameter's domain
/// @param spread how far: about two thirds of the belief lie within it. Of a log scale a factor above 1, of another
///     range a distance in its own unit, of ordered values a number of steps, of a choice the share, between 0 and 1,
///     that the other values have together; empty for a sixth of the range, or a half
public record Prior(Value around, OptionalDouble spread) {
    /// A belief with the usual spread.
    public static Prior around(Value value) {
        return new Prior(value, OptionalDouble.empty());
    }

    /// A belief with a stated spread.
    public static Prior around(Value value, double spread) {
        return new Prior(value, OptionalDouble.of(spread));
    }

    /// This belief about a parameter.
    ///
    /// @throws IllegalArgumentException if its value or its spread is none of the domain
    Prior in(String name, Domain domain) {
        if (domain instanceof Constant) {
            throw new IllegalArgumentException("Parameter '%s' is a constant; nothing can be believed about it.".formatted(name));
        }
        var accepted = domain.accept(around).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s': good values cannot lie around %s; allowed: %s.".formatted(name, around.text(), domain.allowed())));
        spread.ifPresent(given -> check(name, domain, given));
        return new Prior(accepted, spread);
    }

    private static void check(String name, Domain domain, double given) {
        double least = scale(domain) == Scale.LOG ? 1 : 0;
        double most = isNominal(domain) ? 1 : Double.POSITIVE_INFINITY;
        if (!(given > least && given < most)) {
            throw new IllegalArgumentException("Parameter '%s': the spread must be %s, not %s.".formatted(name,
                    least == 1 ? "a factor above 1" : most == 1 ? "between 0 and 1, the share of the other values" : "above 0",
                    Numbers.text(given)));
        }
    }

    static Scale scale(Domain domain) {
        return switch (domain) {
            case RealRange range -> range.scale();
            case IntRange range -> range.scale();
            case SteppedRange _, Choice _, Ordinal _, Bool _, Constant _ -> Scale.LINEAR;
        };
    }

    /// Whether the values of a domain have no order.
    public static boolean isNominal(Domain domain) {
        return domain instanceof Choice || domain instanceof Bool;
    }

    /// The spread as a part of the unit interval of a domain; of a choice, the share of the other values.
    public double width(Domain domain) {
        return switch (domain) {
            case Choice _, Bool _, Constant _ -> spread.orElse(0.5);
            case RealRange range -> width(range.scale() == Scale.LOG ? Math.log(range.high() / range.low()) : range.high() - range.low(), range.scale());
            case IntRange range when range.scale() == Scale.LOG -> width(Math.log((range.high() + 0.5) / (range.low() - 0.5)), Scale.LOG);
            case IntRange range -> width((double) range.count() * range.step(), Scale.LINEAR);
            case SteppedRange range -> width((double) range.count() * range.step(), Scale.LINEAR);
            case Ordinal ordinal -> width((double) ordinal.count(), Scale.LINEAR);
        };
    }

    private double width(double whole, Scale scale) {
        return spread.isEmpty() ? 1.0 / 6 : (scale == Scale.LOG ? Math.log(spread.getAsDouble()) : spread.getAsDouble()) / whole;
    }
}
