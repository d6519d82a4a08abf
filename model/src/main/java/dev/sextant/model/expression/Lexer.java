package dev.sextant.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts a text into tokens, in linear time; used once, by one thread.
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("**", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",");

    /// What people bring from other languages, longer ones first, and what to write here.
    private static final List<Map.Entry<String, String>> MISTAKEN = List.of(
            Map.entry("===", "=="), Map.entry("<>", "!="), Map.entry("=<", "<="), Map.entry("=>", ">="),
            Map.entry("&&", "and"), Map.entry("||", "or"), Map.entry("//", "/"), Map.entry("&", "and"),
            Map.entry("|", "or"), Map.entry("^", "**"), Map.entry("≤", "<="), Map.entry("≥", ">="),
            Map.entry("≠", "!="), Map.entry("×", "*"), Map.entry("·", "*"));

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /// The tokens of the text; the last one is [Token.Type#END].
    static List<Token> tokens(Source source) {
        var lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                position++;
            } else if (isDigit(c)) {
                number();
            } else if (isLetter(c)) {
                add(Token.Type.WORD, endOfWord());
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '`') {
                name();
            } else {
                symbol();
            }
        }
        add(Token.Type.END, position);
    }

    private void add(Token.Type type, int end) {
        tokens.add(new Token(type, text.substring(position, end), position));
        position = end;
    }

    private void number() {
        int end = endOfDigits(position);
        if (at(end, '.') && isDigitAt(end + 1)) {
            end = endOfDigits(end + 1);
        }
        if (at(end, 'e') || at(end, 'E')) {
            int digits = at(end + 1, '+') || at(end + 1, '-') ? end + 2 : end + 1;
            end = isDigitAt(digits) ? endOfDigits(digits) : end;
        }
        if (end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == '.')) {
            throw source.error(end, """
                    A number ends before '%s'. Numbers are digits[.digits][e[+-]digits].
                    If this is a value that is text, put it in quotes; if a name, in back-quotes."""
                    .formatted(text.charAt(end)));
        }
        add(Token.Type.NUMBER, end);
    }

    /// Reads a text in quotes; a quote inside it is written twice.
    private void quoted(char quote) {
        var value = new StringBuilder();
        int start = position;
        int from = start + 1;
        int end = text.indexOf(quote, from);
        while (end >= 0 && at(end + 1, quote)) {
            value.append(text, from, end + 1);
            from = end + 2;
            end = text.indexOf(quote, from);
        }
        if (end < 0) {
            throw source.error(start, "The quote %s is never closed.".formatted(quote));
        }
        tokens.add(new Token(Token.Type.TEXT, value.append(text, from, end).toString(), start));
        position = end + 1;
    }

    private void name() {
        int end = text.indexOf('`', position + 1);
        if (end < 0) {
            throw source.error(position, "The back-quote ` is never closed.");
        }
        tokens.add(new Token(Token.Type.NAME, text.substring(position + 1, end), position));
        position = end + 1;
    }

    private void symbol() {
        for (var mistake : MISTAKEN) {
            if (text.startsWith(mistake.getKey(), position)) {
                throw unknown(mistake.getKey(), "Write '%s'.".formatted(mistake.getValue()));
            }
        }
        for (var symbol : SYMBOLS) {
            if (text.startsWith(symbol, position)) {
                add(Token.Type.SYMBOL, position + symbol.length());
                return;
            }
        }
        throw unknown(Character.toString(text.codePointAt(position)), switch (text.charAt(position)) {
            case '=' -> "To compare, write '=='.";
            case '!' -> "Write 'not', or '!=' to compare.";
            case '.' -> "A number starts with a digit (0.5); a name with '.' stands in back-quotes (`net.depth`).";
            default -> "Text that is not a plain word stands in quotes, a name in back-quotes.";
        });
    }

    private ExpressionException unknown(String given, String advice) {
        return source.error(position, """
                '%s' means nothing here. Operators: + - * / %% ** < <= == != >= > in and or not ( ).
                %s""".formatted(given, advice));
    }

    private int endOfWord() {
        int end = position;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigitAt(int index) {
        return index < text.length() && isDigit(text.charAt(index));
    }

    private boolean at(int index, char c) {
        return index < text.length() && text.charAt(index) == c;
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
