package dev.sextant.model.expression;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Puts other names into a text, token by token, so that brackets and blanks stay as they were written.
final class Renaming {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> VALUES = List.of("true", "false");

    private Renaming() {}

    static String of(Source source, UnaryOperator<String> names) {
        var tokens = Lexer.tokens(source);
        var text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.type() == Token.Type.NAME || (isFree(token) && !tokens.get(i + 1).isSymbol("("))) {
                var renamed = names.apply(token.text());
                if (!renamed.equals(token.text())) {
                    text.append(source.text(), end, token.offset()).append(written(renamed));
                    end = token.offset() + token.text().length() + (token.type() == Token.Type.NAME ? 2 : 0);
                }
            }
        }
        return text.append(source.text().substring(end)).toString();
    }

    private static boolean isFree(Token token) {
        return token.type() == Token.Type.WORD && isFree(token.text());
    }

    private static boolean isFree(String word) {
        return !Parser.KEYWORDS.contains(word) && !VALUES.contains(word);
    }

    private static String written(String name) {
        return WORD.matcher(name).matches() && isFree(name) ? name : "`" + name + "`";
    }
}
