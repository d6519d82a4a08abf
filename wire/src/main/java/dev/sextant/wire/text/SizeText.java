package dev.sextant.wire.text;

import dev.sextant.wire.tree.Source;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Amounts of memory with their unit: `8GiB`, `512MiB`, `1.5GB`, `100B`.
public final class SizeText {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([A-Za-z]+)");
    private static final Map<String, Long> BYTES = new LinkedHashMap<>();

    static {
        BYTES.put("TiB", 1L << 40);
        BYTES.put("GiB", 1L << 30);
        BYTES.put("MiB", 1L << 20);
        BYTES.put("KiB", 1L << 10);
        BYTES.put("TB", 1_000_000_000_000L);
        BYTES.put("GB", 1_000_000_000L);
        BYTES.put("MB", 1_000_000L);
        BYTES.put("kB", 1_000L);
        BYTES.put("B", 1L);
    }

    private SizeText() {}

    /// The number of bytes that a text says.
    ///
    /// @throws dev.sextant.wire.tree.FormException if it says none, or more than a `long` holds
    public static long read(Source source) {
        var size = SIZE.matcher(source.text());
        var unit = size.matches() ? BYTES.get(size.group(2)) : null;
        if (unit == null) {
            throw source.start().error(rule(source.text()));
        }
        var bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)).toBigInteger();
        if (bytes.bitLength() > 62) {
            throw source.start().error("More memory than there can be; write 8GiB or 512MiB.");
        }
        return bytes.longValueExact();
    }

    /// What is wrong with a text that says no size.
    public static String rule(String text) {
        boolean bare = !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(Character::isDigit);
        return bare ? "'%s' has no unit.\nDid you mean '%sGiB' or '%sMiB'?".formatted(text, text, text)
                : "'%s' is not a size; write 8GiB or 512MiB (units: %s).".formatted(brief(text), String.join(", ", BYTES.keySet()));
    }

    /// The shortest text that reads back as exactly this many bytes.
    public static String write(long bytes) {
        for (var unit : BYTES.entrySet()) {
            if (bytes >= unit.getValue() && bytes % unit.getValue() == 0) {
                return bytes / unit.getValue() + unit.getKey();
            }
        }
        return bytes + "B";
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
