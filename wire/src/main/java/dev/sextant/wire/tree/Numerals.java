package dev.sextant.wire.tree;

import dev.sextant.model.value.Numbers;

/// Numbers as documents write them.
final class Numerals {
    private Numerals() {}

    /// The number with a literal of the form that [Numbers#isNumber] knows, or of one that is too long for it.
    static Node.Num number(String literal, Position at) {
        if (!Numbers.isNumber(literal)) {
            throw at.error("A number has at most %d characters.".formatted(JsonText.MAX_NUMBER));
        }
        if (Double.isInfinite(Double.parseDouble(literal))) {
            throw at.error("%s is too large; numbers go up to 1.8e308.".formatted(Shown.brief(literal)));
        }
        return new Node.Num(literal, at);
    }
}
