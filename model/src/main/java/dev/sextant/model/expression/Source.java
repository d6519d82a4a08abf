package dev.sextant.model.expression;

/// The text that is being read.
record Source(String text) {
    private static final int MOST_SHOWN = 60;

    /// A part of the text as messages quote it: the beginning, if it is long.
    static String shown(String part) {
        return part.codePointCount(0, part.length()) <= MOST_SHOWN
                ? part
                : part.substring(0, part.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    ExpressionException error(int offset, String rule) {
        return new ExpressionException(text, offset, rule);
    }

    ExpressionException tooDeep(int offset) {
        return error(offset, "The expression nests deeper than %d levels.\nSplit it into several."
                .formatted(Parser.MOST_NESTED));
    }
}
