package dev.sextant.wire.tree;

import dev.sextant.model.value.Numbers;
import java.util.regex.Pattern;

/// What a word without quotes means in YAML: the core schema of YAML 1.2, chapter 10.3, except that numbers in other
/// bases and infinities are refused, for hardly anybody means them.
final class PlainWord {
    private static final Pattern STRANGE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern BARE_POINT = Pattern.compile("([-+]?)([0-9]*)\\.([0-9]*)([eE][-+]?[0-9]+)?");
    private static final int MAX_POINTED = 100;

    private PlainWord() {}

    static Node node(String word, Position at) {
        return switch (word) {
            case "", "~", "null", "Null", "NULL" -> new Node.Null(at);
            case "true", "True", "TRUE" -> new Node.Bool(true, at);
            case "false", "False", "FALSE" -> new Node.Bool(false, at);
            default -> Numbers.isNumber(word) ? Numerals.number(word, at) : other(word, at);
        };
    }

    private static Node other(String word, Position at) {
        if (word.length() > MAX_POINTED) {
            return new Node.Text(word, at);
        }
        if (STRANGE.matcher(word).matches()) {
            throw at.error("YAML takes %s for a number that is not allowed here.\nWrite a decimal number, or '%s' in quotes for the word."
                    .formatted(word, word));
        }
        var pointed = BARE_POINT.matcher(word);
        if (pointed.matches() && !(pointed.group(2).isEmpty() && pointed.group(3).isEmpty())) {
            var exponent = pointed.group(4) == null ? "" : pointed.group(4);
            return Numerals.number(pointed.group(1) + orZero(pointed.group(2)) + "." + orZero(pointed.group(3)) + exponent, at);
        }
        return new Node.Text(word, at);
    }

    private static String orZero(String digits) {
        return digits.isEmpty() ? "0" : digits;
    }
}
