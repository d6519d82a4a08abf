package dev.sextant.wire.text;

import dev.sextant.model.text.SpanText;
import dev.sextant.wire.tree.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Spans of time with their unit: `90s`, `30m`, `1h30m`, `1.5h`, `250ms`. A bare number is an error, for nobody can tell
/// seconds from minutes in it.
public final class DurationText {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
    private static final Pattern SPANS = Pattern.compile("(?:" + SPAN.pattern() + ")+");
    private static final int MAX_LENGTH = 60;
    private static final Map<String, BigDecimal> NANOS = new LinkedHashMap<>();

    static {
        NANOS.put("d", BigDecimal.valueOf(86_400_000_000_000L));
        NANOS.put("h", BigDecimal.valueOf(3_600_000_000_000L));
        NANOS.put("m", BigDecimal.valueOf(60_000_000_000L));
        NANOS.put("s", BigDecimal.valueOf(1_000_000_000L));
        NANOS.put("ms", BigDecimal.valueOf(1_000_000L));
    }

    private DurationText() {}

    /// The span that a text says, to the nanosecond.
    ///
    /// @throws dev.sextant.wire.tree.FormException if it says none
    public static Duration read(Source source) {
        var text = source.text();
        if (text.length() > MAX_LENGTH || !SPANS.matcher(text).matches()) {
            throw source.start().error(rule(text));
        }
        var nanos = BigDecimal.ZERO;
        var span = SPAN.matcher(text);
        while (span.find()) {
            nanos = nanos.add(new BigDecimal(span.group(1)).multiply(NANOS.getOrDefault(span.group(2), BigDecimal.ZERO)));
        }
        var parts = nanos.toBigInteger().divideAndRemainder(BigDecimal.valueOf(1_000_000_000L).toBigInteger());
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /// What is wrong with a text that says no span.
    public static String rule(String text) {
        boolean bare = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(Character::isDigit);
        return bare ? "'%s' has no unit.\nDid you mean '%ss', '%sm' or '%sh'?".formatted(text, text, text, text)
                : "'%s' is not a span of time; write 90s, 30m, 1h30m or 250ms (units: d, h, m, s, ms).".formatted(brief(text));
    }

    /// The shortest text that reads back as exactly this span: `1h30m`, `0s`.
    public static String write(Duration span) {
        return SpanText.of(span);
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
