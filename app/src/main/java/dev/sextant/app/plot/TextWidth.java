package dev.sextant.app.plot;

/// How wide text will be, about: an SVG does not know in which font it will be drawn, and both formats shall look the
/// same. Widths are those of a wide sans-serif face, so that text is rather shortened than cut.
final class TextWidth {
    private static final String NARROW = "iljtfrI.,:;'|!()[] ";
    private static final String WIDE = "mwMW@%";

    private TextWidth() {}

    static double of(String text, double size) {
        return text.chars().mapToDouble(c -> NARROW.indexOf(c) >= 0 ? 0.38 : WIDE.indexOf(c) >= 0 ? 0.95 : 0.62).sum() * size;
    }

    /// The text, or its two ends around an ellipsis if it is wider than `most`: names often differ only at their end.
    static String fit(String text, double size, double most) {
        if (of(text, size) <= most) {
            return text;
        }
        int kept = text.length() - 1;
        while (kept > 1 && of(ends(text, kept), size) > most) {
            kept--;
        }
        return ends(text, kept);
    }

    private static String ends(String text, int kept) {
        int tail = kept / 3;
        return text.substring(0, kept - tail) + "…" + text.substring(text.length() - tail);
    }
}
