package dev.sextant.model.expression;

import java.util.stream.Collectors;

/// A text that is no expression, with the place of the mistake and what to do about it.
///
/// The message shows the text – of a long one the surroundings of the mistake –, a caret, and the rule:
/// ```
/// layers*widht<=4096
///        ^ column 8
/// Nothing here is called 'widht'. Known names: layers, width.
/// Did you mean 'width'?
/// ```
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_AFTER = 40;

    private final int offset;
    private final String rule;

    ExpressionException(String text, int offset, String rule) {
        super(picture(text, offset) + "\n" + rule);
        this.offset = offset;
        this.rule = rule;
    }

    /// Where the mistake is, in characters from the start of the text; its length if something is missing at the end.
    public int offset() {
        return offset;
    }

    /// What was given, what is allowed and what to do, without the text and the caret; one or two lines.
    public String rule() {
        return rule;
    }

    private static String picture(String text, int offset) {
        int from = text.offsetByCodePoints(offset, -Math.min(SHOWN_BEFORE, text.codePointCount(0, offset)));
        int to = text.offsetByCodePoints(offset, Math.min(SHOWN_AFTER, text.codePointCount(offset, text.length())));
        var before = (from > 0 ? "…" : "") + printable(text.substring(from, offset));
        var after = printable(text.substring(offset, to)) + (to < text.length() ? "…" : "");
        var margin = " ".repeat(before.codePointCount(0, before.length()));
        return "%s%s%n%s^ column %d".formatted(before, after, margin, offset + 1).replace(System.lineSeparator(), "\n");
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
