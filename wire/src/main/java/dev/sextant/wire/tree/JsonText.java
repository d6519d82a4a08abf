package dev.sextant.wire.tree;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// How JSON is read: by the letter of RFC 8259, within limits that no honest document meets.
final class JsonText {
    /// The deepest nesting of objects and lists.
    static final int MAX_DEPTH = 100;
    /// The longest number, in characters.
    static final int MAX_NUMBER = 400;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_NUMBER).build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .build();

    private static final Pattern STRANGE = Pattern.compile("Unexpected character \\('(.*)' \\(code .*");
    private static final Pattern WORD = Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)'.*");
    private static final String NOT_FINITE = "Non-standard token '";
    private static final String VALUE = "a value: a text in double quotes, a number, true, false, null, { or [";

    private JsonText() {}

    static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /// What is wrong, in our words; the parser's own speak of its switches.
    static String rule(JacksonException mistake) {
        var said = mistake.getOriginalMessage();
        if (mistake instanceof StreamConstraintsException) {
            return limit(said);
        }
        if (said.startsWith("Unexpected end-of-input")) {
            return "The JSON text ends too early: " + missing(said) + ".";
        }
        var word = WORD.matcher(said);
        if (word.matches() && said.startsWith(NOT_FINITE)) {
            return "'%s' is not JSON, whose numbers are finite.".formatted(word.group(1));
        }
        if (word.matches()) {
            return "'%s' is not JSON; expected %s.".formatted(word.group(1), VALUE);
        }
        var strange = STRANGE.matcher(said);
        return strange.matches()
                ? "Unexpected '%s'; expected %s.".formatted(strange.group(1), expected(said))
                : other(said);
    }

    /// How far behind the beginning of the mistake the parser says that it is.
    static int overshoot(JacksonException mistake) {
        var word = WORD.matcher(mistake.getOriginalMessage());
        return mistake.getOriginalMessage().startsWith(NOT_FINITE) && word.matches() ? word.group(1).length() : 0;
    }

    private static String limit(String said) {
        return said.contains("nesting") ? "Objects and lists are nested more than %d deep.".formatted(MAX_DEPTH)
                : said.contains("Number") ? "A number has at most %d characters.".formatted(MAX_NUMBER)
                : "The JSON text is too long.";
    }

    private static String missing(String said) {
        return said.contains("quote") ? "the closing quote of a text is missing"
                : said.contains("Array") ? "a ] is missing"
                : said.contains("Object") ? "a } is missing"
                : "something is missing after this";
    }

    private static String expected(String said) {
        return said.contains("start property name") ? "a member name in double quotes"
                : said.contains("comma to separate Array") ? "a comma or ]"
                : said.contains("comma to separate Object") ? "a comma or }"
                : said.contains("colon") ? "a colon after the member name"
                : said.contains("hex-digit") ? "four hexadecimal digits after \\u"
                : said.contains("root-level") ? "nothing after the end of the document"
                : said.contains("numeric value") ? "a number such as 12, -0.5 or 1e-3"
                : VALUE;
    }

    private static String other(String said) {
        return said.contains("Leading zero") ? "A number has no leading zeros."
                : said.contains("unquoted character") || said.contains("Illegal character")
                        ? "A control character cannot stand here; in a text it is written as an escape such as \\n."
                : said.contains("character escape") ? "A backslash starts one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000; "
                        + "a backslash itself is written \\\\."
                : said.contains("no open") ? "This bracket closes nothing."
                : said.contains("expected ']'") ? "Expected ] before this bracket."
                : said.contains("expected '}'") ? "Expected } before this bracket."
                : "This is not JSON.";
    }
}
