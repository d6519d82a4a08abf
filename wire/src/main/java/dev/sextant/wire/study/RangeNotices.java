package dev.sextant.wire.study;

import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What may surprise in a range that is allowed.
final class RangeNotices {
    private static final double MANY = 1_000;

    private RangeNotices() {}

    /// Those of any range.
    ///
    /// @param high the upper end as it was given
    static List<String> of(String parameter, Domain domain, String high) {
        return Stream.of(missedEnd(parameter, domain, high), decades(parameter, domain)).flatMap(Optional::stream).toList();
    }

    /// That no step meets the upper end.
    private static Optional<String> missedEnd(String parameter, Domain domain, String high) {
        return switch (domain) {
            case IntRange range when range.last() != range.high() ->
                    Optional.of(missed(parameter, Long.toString(range.last()), high, Long.toString(range.step())));
            case SteppedRange range when range.last() != range.high() ->
                    Optional.of(missed(parameter, Numbers.text(range.last()), high, Numbers.text(range.step())));
            default -> Optional.empty();
        };
    }

    private static String missed(String parameter, String last, String high, String step) {
        return "Parameter '%s' ends at %s: no step of %s meets %s.".formatted(parameter, last, step, high);
    }

    /// That a range of three decades and more is hardly searched in the lower ones.
    private static Optional<String> decades(String parameter, Domain domain) {
        return domain instanceof RealRange range && range.scale() == Scale.LINEAR && range.low() > 0 && range.high() / range.low() >= MANY
                ? Optional.of("Parameter '%s' has 9 of 10 values above %s; on a log scale (':log', in a file 'log: true') every decade counts alike.".formatted(
                        parameter, rounded(range.low() + (range.high() - range.low()) / 10)))
                : Optional.empty();
    }

    private static String rounded(double number) {
        return Numbers.text(Double.parseDouble(String.format(Locale.ROOT, "%.2g", number)));
    }

    /// That `0..1` holds two numbers.
    static Optional<String> wholeUnit(String parameter, Domain domain) {
        return domain.equals(IntRange.of(0, 1))
                ? Optional.of("Parameter '%s' is the whole number 0 or 1; for real numbers between them write 0.0..1.0."
                        .formatted(parameter))
                : Optional.empty();
    }
}
