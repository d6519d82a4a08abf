package dev.sextant.wire.tree;

import java.util.function.IntPredicate;

/// Texts cut to what an error message can carry.
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /// The text on one line, of a long one the beginning.
    static String brief(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return printable(text.substring(0, end)) + (end < text.length() ? "…" : "");
    }

    /// The text with blanks in place of what would spoil a line.
    static String printable(String text) {
        IntPredicate spoils = c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
        var shown = new StringBuilder(text.length());
        text.codePoints().map(c -> spoils.test(c) ? ' ' : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
