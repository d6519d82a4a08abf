package dev.sextant.model.expression;

/// The text that is being read.
record Source(String text) {
    ExpressionException error(int offset, String rule) {
        return new ExpressionException(text, offset, rule);
    }
}
