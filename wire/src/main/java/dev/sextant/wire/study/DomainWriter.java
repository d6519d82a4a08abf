package dev.sextant.wire.study;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Writes a parameter as `-p` reads it.
final class DomainWriter {
    private DomainWriter() {}

    static Optional<String> write(Parameter parameter) {
        var text = "%s=%s%s%s%s".formatted(parameter.name(), domain(parameter), beliefs(parameter),
                parameter.standard().map(v -> "@" + word(v)).orElse(""),
                parameter.condition().map(c -> " if " + c).orElse(""));
        return Optional.of(text).filter(t -> readsBack(t, parameter));
    }

    /// Reading is the one judge of what the grammar can say: words with commas or blanks fail here.
    private static boolean readsBack(String text, Parameter parameter) {
        try {
            return DomainText.read(Source.argument("-p", text)).parameter().equals(parameter);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String domain(Parameter parameter) {
        return switch (parameter.domain()) {
            case RealRange(double low, double high, Scale scale) -> real(low) + ".." + real(high) + scale(scale);
            case SteppedRange range -> "%s..%s:step=%s".formatted(real(range.low()), real(range.high()), real(range.step()));
            case IntRange(long low, long high, Scale scale, long step) ->
                    low + ".." + high + scale(scale) + (step == 1 ? "" : ":step=" + step);
            case Choice choice -> list(choice.values());
            case Ordinal ordinal -> list(ordinal.values()) + ":ordered";
            case Bool(boolean first) -> first + "," + !first;
            case Constant(Value value) -> word(value);
        };
    }

    private static String beliefs(Parameter parameter) {
        var spread = parameter.prior().map(Prior::spread).orElse(OptionalDouble.empty());
        return parameter.prior().map(p -> ":around=" + word(p.around())).orElse("")
                + (spread.isPresent() ? ":spread=" + real(spread.getAsDouble()) : "")
                + parameter.was().map(v -> ":was=" + word(v)).orElse("");
    }

    private static String scale(Scale scale) {
        return scale == Scale.LOG ? ":log" : "";
    }

    private static String list(List<Value> values) {
        return values.stream().map(DomainWriter::word).collect(Collectors.joining(","));
    }

    private static String word(Value value) {
        return value instanceof Value.Real(double number) ? real(number) : value.text();
    }

    /// `1e-5` rather than `1e-05`.
    private static String real(double number) {
        return Numbers.text(number).replaceFirst("e([+-])0", "e$1").replace("e+", "e");
    }
}
