package dev.sextant.run.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One word of a command, taken apart at its placeholders.
///
/// `{name}` is a placeholder unless a `$` stands before it. A brace before or after one is written twice: `{{name}}` is the
/// text `{name}`, and `{{{name}}}` a value in braces. Braces around anything that is not a name stay as they are.
///
/// @param source as the user wrote it
record Word(String source, List<Piece> pieces) {
    private static final Pattern BRACED = Pattern.compile("(\\$?)(\\{+)([A-Za-z_][A-Za-z0-9_.-]*)(\\}+)");

    Word {
        pieces = List.copyOf(pieces);
    }

    static Word parse(String source) {
        var pieces = new ArrayList<Piece>();
        var matcher = BRACED.matcher(source);
        int end = 0;
        while (matcher.find()) {
            pieces.add(new Piece.Literal(source.substring(end, matcher.start())));
            add(matcher, pieces);
            end = matcher.end();
        }
        pieces.add(new Piece.Literal(source.substring(end)));
        return new Word(source, pieces.stream().filter(piece -> !piece.equals(new Piece.Literal(""))).toList());
    }

    private static void add(Matcher braced, List<Piece> pieces) {
        if (!braced.group(1).isEmpty()) {
            pieces.add(new Piece.Literal(braced.group()));
            return;
        }
        int opening = braced.group(2).length();
        int closing = braced.group(4).length();
        boolean placeholder = opening % 2 == 1;
        int pairs = opening / 2;
        int left = placeholder ? closing - 1 : closing;
        pieces.add(new Piece.Literal("{".repeat(pairs)));
        pieces.add(placeholder ? new Piece.Placeholder(braced.group(3)) : new Piece.Literal(braced.group(3)));
        pieces.add(new Piece.Literal("}".repeat(left - Math.min(pairs, left / 2))));
    }

    /// The names of its placeholders, in order.
    Stream<String> names() {
        return pieces.stream().filter(Piece.Placeholder.class::isInstance).map(piece -> ((Piece.Placeholder) piece).name());
    }

    /// The name of the placeholder that is the whole word.
    Optional<String> onlyName() {
        return pieces.size() == 1 ? names().findFirst() : Optional.empty();
    }

    /// The same word with a placeholder turned back into text.
    Word literally(String name) {
        return new Word(source, pieces.stream()
                .<Piece>map(piece -> piece.equals(new Piece.Placeholder(name)) ? new Piece.Literal("{" + name + "}") : piece).toList());
    }

    /// The word with values in place of names; empty if one of them has no value.
    Optional<String> fill(Function<String, Optional<String>> values) {
        var filled = new StringBuilder();
        for (var piece : pieces) {
            var text = switch (piece) {
                case Piece.Literal literal -> Optional.of(literal.text());
                case Piece.Placeholder(String name) -> values.apply(name);
            };
            if (text.isEmpty()) {
                return Optional.empty();
            }
            filled.append(text.get());
        }
        return Optional.of(filled.toString());
    }
}
