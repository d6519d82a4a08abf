package dev.sextant.app.results;

import dev.sextant.model.value.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Figures as people read them.
public final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private Figures() {}

    /// Four significant digits without trailing zeros: `0.9731`, `12`, `1.5e-05`; whole numbers below 10^7 in full.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Numbers.text(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        var text = Numbers.text(new BigDecimal(value).round(FOUR_DIGITS).doubleValue());
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Two units at most: `340 ms`, `12.3 s`, `4 min 10 s`, `2 h 14 min`, `3 d 5 h`.
    public static String duration(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 1) {
            return span.toMillis() + " ms";
        }
        if (seconds < 60) {
            return number(Math.round(span.toMillis() / 100.0) / 10.0) + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = seconds / 60;
        return minutes < 48 * 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / 1440 + " d " + minutes % 1440 / 60 + " h";
    }

    /// `2026-11-21 09:57 UTC`.
    public static String time(Instant time) {
        return MINUTE.format(time.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC));
    }

    /// `2026-11-21 09:57:31 UTC`.
    public static String moment(Instant time) {
        return SECOND.format(time.atOffset(ZoneOffset.UTC));
    }

    /// `1 trial`, `20,000 trials`.
    public static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /// `12 B`, `1.2 KiB`, `340 MiB`.
    public static String size(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return (amount < 10 ? number(Math.round(amount * 10) / 10.0) : Long.toString(Math.round(amount))) + " " + UNITS.get(unit);
    }

    /// `97 %`.
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
