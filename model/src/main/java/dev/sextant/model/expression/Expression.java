package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A condition, constraint or filter, checked against the names it may use: `layers * width <= 4096`.
///
/// Two expressions are equal if their texts are. Immutable, safe for use by many threads. The language is described in
/// `docs/reference/expressions.md`.
public final class Expression {
    /// The longest text, in characters.
    public static final int MAX_LENGTH = 10_000;

    private final String text;
    private final List<String> names;
    private final Term.Judgement judgement;

    private Expression(String text, List<String> names, Term.Judgement judgement) {
        this.text = text;
        this.names = names;
        this.judgement = judgement;
    }

    /// Reads a text; linear in its length.
    ///
    /// @throws ExpressionException if it is too long, nests too deeply, is no expression, names what the scope does not
    ///     have, mixes types, or is not true or false as a whole
    public static Expression parse(String text, Scope scope) {
        var source = new Source(text);
        if (text.length() > MAX_LENGTH) {
            throw source.error(MAX_LENGTH, "An expression has at most %d characters, this one %d.\nSplit it into several."
                    .formatted(MAX_LENGTH, text.length()));
        }
        var checker = new Checker(source, scope);
        var judgement = checker.whole(Parser.parse(source));
        return new Expression(text, checker.names(), judgement);
    }

    /// A text with other names in it, all else as it was. Words that name a function are left alone; a word that is a
    /// value is renamed too if `names` says so. Linear in the length of the text.
    ///
    /// @param names the new name of a name, or the same
    /// @throws ExpressionException if the text cannot be cut into words
    public static String renamed(String text, UnaryOperator<String> names) {
        return Renaming.of(new Source(text), names);
    }

    /// The text as it was given.
    public String text() {
        return text;
    }

    /// The names it mentions, each once, in the order of first mention.
    public List<String> names() {
        return names;
    }

    /// Whether it holds for these values: unknown if that depends on a name without a value.
    ///
    /// Each name is looked up once. Calculates in doubles; never fails for values of the declared kinds.
    ///
    /// @param values the value of a name, empty if it has none, as an inactive parameter
    /// @throws IllegalArgumentException if a value is not of the kind that the scope declared
    public Truth test(Function<String, Optional<Value>> values) {
        return judgement.at(Row.of(names, values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && text.equals(expression.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
