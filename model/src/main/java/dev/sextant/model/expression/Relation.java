package dev.sextant.model.expression;

import java.util.Optional;
import java.util.stream.Stream;

/// A way to compare two values. Numbers compare as IEEE doubles do: with NaN only `!=` holds.
enum Relation {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=="),
    UNEQUAL("!="),
    AT_LEAST(">="),
    MORE(">");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    static Optional<Relation> of(Token token) {
        return Stream.of(values()).filter(relation -> token.isSymbol(relation.symbol)).findFirst();
    }

    /// Whether it asks only if two values are the same, so that no order is needed.
    boolean needsNoOrder() {
        return this == EQUAL || this == UNEQUAL;
    }

    /// The same question with the sides exchanged.
    Relation mirrored() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case EQUAL -> EQUAL;
            case UNEQUAL -> UNEQUAL;
            case AT_LEAST -> AT_MOST;
            case MORE -> LESS;
        };
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case UNEQUAL -> left != right;
            case AT_LEAST -> left >= right;
            case MORE -> left > right;
        };
    }
}
