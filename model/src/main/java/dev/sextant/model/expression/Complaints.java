package dev.sextant.model.expression;

import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words the errors about names and values: what was given, what is known, what was probably meant.
record Complaints(Source source, Scope scope) {
    private static final int MOST_LISTED = 10;

    static ExpressionException noFunction(Source source, Token name) {
        return source.error(name.offset(), "There is no function '%s'. Functions: %s.".formatted(Source.shown(name.text()),
                String.join(", ", MathFunction.NAMES)) + question(name.text(), MathFunction.NAMES));
    }

    /// A word that is no name, where nothing says of which parameter it could be a value.
    ExpressionException unknown(String word, int offset) {
        var advice = inBackQuotes(offset)
                .or(() -> inQuotes(offset))
                .or(() -> asValue(word))
                .orElseGet(() -> question(word, known()));
        return source.error(offset, "Nothing here is called '%s'. Known names: %s."
                .formatted(Source.shown(word), listed(scope.names())) + advice);
    }

    /// A word or text that is no value of the choice it is compared with.
    ExpressionException noValue(Node node, Value value, Domain domain) {
        int offset = node.offset();
        var given = value instanceof Value.Text(String text) ? text : Printer.print(node);
        if (domain.isOpen()) {
            return source.error(offset, "'%s' is text, but %s is not.\nText stands in quotes: '%s'."
                    .formatted(domain.name(), given, given));
        }
        var near = new ArrayList<>(texts(domain));
        near.addAll(scope.names());
        var advice = inBackQuotes(offset)
                .or(() -> inQuotes(offset))
                .orElseGet(() -> question(given, near));
        return source.error(offset, "'%s' is no value of '%s'. Its values: %s."
                .formatted(Source.shown(given), domain.name(), listed(domain)) + advice);
    }

    static String listed(Domain domain) {
        return listed(texts(domain));
    }

    private static String listed(List<String> words) {
        if (words.isEmpty()) {
            return "none";
        }
        return words.size() <= MOST_LISTED
                ? String.join(", ", words)
                : "%s … (%d in all)".formatted(String.join(", ", words.subList(0, MOST_LISTED)), words.size());
    }

    private static List<String> texts(Domain domain) {
        return domain.values().stream().map(Value::text).toList();
    }

    private static String question(String given, List<String> known) {
        return Nearest.question(given, known).map(question -> "\n" + question).orElse("");
    }

    private List<String> known() {
        var known = new ArrayList<>(scope.names());
        known.addAll(List.of("true", "false"));
        return known;
    }

    private Optional<String> asValue(String word) {
        return valueOf(word)
                .map(name -> "\n'%s' is a value of '%s': write '%s == %s'.".formatted(word, name, name, word));
    }

    private Optional<String> inBackQuotes(int offset) {
        var run = run(offset);
        return isHyphenated(run) && scope.kind(run).isPresent()
                ? Optional.of("\nA name with '-' or '.' stands in back-quotes: `%s`.".formatted(run))
                : Optional.empty();
    }

    private Optional<String> inQuotes(int offset) {
        var run = run(offset);
        return isHyphenated(run) && valueOf(run).isPresent()
                ? Optional.of("\nA value that is not a plain word stands in quotes: '%s'.".formatted(run))
                : Optional.empty();
    }

    private Optional<String> valueOf(String word) {
        return scope.names().stream()
                .filter(name -> scope.values(name).contains(new Value.Text(word)))
                .findFirst();
    }

    private static boolean isHyphenated(String run) {
        return run.contains("-") || run.contains(".");
    }

    /// The characters of names, `-` and `.` included, that stand together from the offset on.
    private String run(int offset) {
        var text = source.text();
        int end = offset;
        while (end < text.length() && (Lexer.isLetter(text.charAt(end)) || Lexer.isDigit(text.charAt(end))
                || text.charAt(end) == '-' || text.charAt(end) == '.')) {
            end++;
        }
        return text.substring(offset, end);
    }
}
