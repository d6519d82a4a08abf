package dev.sextant.wire.tree;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Reads a JSON text from left to right without building a tree, for what is read very often.
///
/// Types are strict: a number in quotes is a text, `1.5` is no whole number, `1e999` no number at all. Not thread-safe.
public final class JsonTokens implements AutoCloseable {
    private final Source source;
    private final JsonParser parser;
    private @Nullable JsonToken token;
    private String name = "";

    private JsonTokens(Source source) {
        this.source = source;
        this.parser = JsonText.parser(source.text());
        advance();
    }

    /// Stands at the first value of a text.
    public static JsonTokens of(Source source) {
        return new JsonTokens(source);
    }

    /// Enters the object that stands here.
    public void enterObject() {
        require(JsonToken.START_OBJECT, "an object { … }");
    }

    /// Enters the list that stands here.
    public void enterList() {
        require(JsonToken.START_ARRAY, "a list [ … ]");
    }

    /// Moves to the value of the next member of the entered object; `false` behind the last one, the object being left.
    public boolean nextMember() {
        advance();
        if (token == JsonToken.END_OBJECT) {
            return false;
        }
        name = parser.currentName();
        advance();
        return true;
    }

    /// Moves to the next item of the entered list; `false` behind the last one, the list being left.
    public boolean nextItem() {
        advance();
        return token != JsonToken.END_ARRAY;
    }

    /// The name of the member whose value stands here.
    public String name() {
        return name;
    }

    /// The text that stands here.
    public String text() {
        require(JsonToken.VALUE_STRING, "a text in double quotes");
        return literal();
    }

    /// Whether `null` stands here.
    public boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /// The `true` or `false` that stands here.
    public boolean flag() {
        if (token != JsonToken.VALUE_TRUE) {
            require(JsonToken.VALUE_FALSE, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /// The whole number that stands here.
    public long whole() {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (JacksonException _) {
            throw position().error("Expected a whole number of at most 19 digits, not %s.".formatted(Shown.brief(literal())));
        }
    }

    /// The whole number that stands here, if an `int` holds it.
    public int count() {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getIntValue();
        } catch (JacksonException _) {
            throw position().error("Expected a whole number of at most 2147483647, not %s.".formatted(Shown.brief(literal())));
        }
    }

    /// The finite number that stands here.
    public double number() {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            require(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw position().error("%s is too large; numbers go up to 1.8e308.".formatted(literal()));
        }
        return number;
    }

    /// The parameter value that stands here; a number without point and exponent is a whole one.
    public Value value() {
        if (token == JsonToken.VALUE_STRING) {
            return new Value.Text(literal());
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new Value.Flag(flag());
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            long whole = whole();
            return Math.abs(whole) <= Numbers.MAX_WHOLE ? Value.Int.of(whole) : new Value.Real(whole);
        }
        require(JsonToken.VALUE_NUMBER_FLOAT, "a value: a text in double quotes, a number, true or false");
        return new Value.Real(number());
    }

    /// The text of the object or list that stands here, which is passed over.
    public String raw() {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        try {
            parser.skipChildren();
        } catch (JacksonException mistake) {
            throw mistakeAt(mistake).error(JsonText.rule(mistake));
        }
        token = parser.currentToken();
        return source.text().substring(start, (int) parser.currentLocation().getCharOffset());
    }

    /// Refuses anything behind the document that was read.
    public void end() {
        advance();
        if (token != null) {
            throw position().error("The document ends before this; leave the rest out.");
        }
    }

    /// Where the reader stands.
    public Position position() {
        return at(parser.currentTokenLocation(), 0);
    }

    @Override
    public void close() {
        parser.close();
    }

    @Nullable JsonToken token() {
        return token;
    }

    /// The characters of the name, text or number that stands here.
    String literal() {
        try {
            return parser.getString();
        } catch (JacksonException mistake) {
            throw mistakeAt(mistake).error(JsonText.rule(mistake));
        }
    }

    TokenStreamLocation location() {
        return parser.currentTokenLocation();
    }

    void advance() {
        try {
            token = parser.nextToken();
        } catch (JacksonException mistake) {
            throw mistakeAt(mistake).error(JsonText.rule(mistake));
        }
    }

    private Position mistakeAt(JacksonException mistake) {
        var location = mistake.getLocation();
        return at(location == null ? parser.currentLocation() : location, JsonText.overshoot(mistake));
    }

    private Position at(TokenStreamLocation location, int overshoot) {
        int offset = Math.clamp(location.getCharOffset(), 0, source.text().length());
        int lineStart = Math.clamp(offset - (location.getColumnNr() - 1), 0, offset);
        int column = source.text().codePointCount(lineStart, Math.max(lineStart, offset - overshoot)) + 1;
        return new Position(source, source.firstLine() + location.getLineNr() - 1, column, Pointer.ROOT);
    }

    private void require(JsonToken wanted, String description) {
        if (token != wanted) {
            throw position().error("Expected %s, not %s.".formatted(description, shown()));
        }
    }

    private String shown() {
        return switch (token) {
            case null -> "the end of the text";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case END_OBJECT -> "}";
            case END_ARRAY -> "]";
            case VALUE_STRING -> "the text '%s'".formatted(Shown.brief(literal()));
            default -> Shown.brief(literal());
        };
    }
}
