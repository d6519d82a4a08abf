package dev.sextant.model.expression;

/// The smallest part of an expression that means something.
///
/// @param text what it says, without quotes
/// @param offset where it starts in the source
record Token(Type type, String text, int offset) {
    enum Type {
        NUMBER,
        /// A keyword, a function, a name or a value.
        WORD,
        /// A name in back-quotes.
        NAME,
        /// A value in quotes.
        TEXT,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }

    /// How an error message names it.
    String description() {
        return type == Type.END ? "the text ends" : "there is '%s'".formatted(Source.shown(text));
    }
}
