package dev.sextant.wire.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Moments as every JSON form shows them: in UTC, to the millisecond, always of the same length.
public final class TimeText {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private TimeText() {}

    /// `2026-11-21T09:30:00.125Z`; what is finer than a millisecond is cut off.
    public static String write(Instant moment) {
        return FORM.format(moment);
    }
}
