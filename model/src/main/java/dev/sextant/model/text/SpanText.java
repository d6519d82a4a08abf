package dev.sextant.model.text;

import java.math.BigDecimal;
import java.time.Duration;

/// Spans of time as users write them.
public final class SpanText {
    private SpanText() {}

    /// The shortest text that reads back as exactly this span: `1h30m`, `250ms`, `0s`.
    public static String of(Duration span) {
        var text = new StringBuilder();
        append(text, span.toDays(), "d");
        append(text, span.toHoursPart(), "h");
        append(text, span.toMinutesPart(), "m");
        if (span.toNanosPart() % 1_000_000 != 0) {
            return text + BigDecimal.valueOf(span.toSecondsPart() * 1_000_000_000L + span.toNanosPart(), 9)
                    .stripTrailingZeros().toPlainString() + "s";
        }
        append(text, span.toSecondsPart(), "s");
        append(text, span.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
