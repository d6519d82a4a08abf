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

    /// The text, or its beginning and an ellipsis if it is wider than `most`.
    static String fit(String text, double size, double most) {
        if (of(text, size) <= most) {
            return text;
        }
        int length = text.length();
        while (length > 1 && of(text.substring(0, length) + "…", size) > most) {
            length--;
        }
        return text.substring(0, length) + "…";
    }
}
