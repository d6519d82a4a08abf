package dev.sextant.wire.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JsonToken;

/// Reads a JSON document into a tree: strictly by RFC 8259, and without repeated members, numbers beyond the range of
/// doubles, or nesting deeper than 100. Linear in the length of the text.
public final class JsonReader {
    /// The longest text, in characters.
    public static final int MAX_LENGTH = 64 << 20;

    private final Source source;
    private final JsonTokens tokens;
    private final Columns columns;

    private JsonReader(Source source, JsonTokens tokens) {
        this.source = source;
        this.tokens = tokens;
        this.columns = new Columns(source.text());
    }

    /// The document in a text.
    ///
    /// @throws FormException that shows the place if the text is not exactly one JSON document
    public static Node read(Source source) {
        if (source.text().length() > MAX_LENGTH) {
            throw source.start().error("The text has %d characters; at most %d are read.".formatted(source.text().length(), MAX_LENGTH));
        }
        try (var tokens = JsonTokens.of(source)) {
            if (tokens.token() == null) {
                throw source.start().error("The text is empty; expected a JSON document.");
            }
            var document = new JsonReader(source, tokens).node(Pointer.ROOT);
            tokens.end();
            return document;
        }
    }

    private Node node(Pointer pointer) {
        var at = position(pointer);
        return switch (tokens.token()) {
            case START_OBJECT -> new Node.Obj(members(at), at);
            case START_ARRAY -> new Node.Arr(items(at), at);
            case VALUE_STRING -> new Node.Text(tokens.literal(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numerals.number(tokens.literal(), at);
            case VALUE_TRUE -> new Node.Bool(true, at);
            case VALUE_FALSE -> new Node.Bool(false, at);
            case null, default -> new Node.Null(at);
        };
    }

    private List<Node.Member> members(Position parent) {
        var members = new ArrayList<Node.Member>();
        var names = new HashSet<String>();
        for (tokens.advance(); tokens.token() == JsonToken.PROPERTY_NAME; tokens.advance()) {
            var name = tokens.literal();
            var at = position(parent.pointer().child(name));
            if (!names.add(name)) {
                throw at.error("The member '%s' appears twice.".formatted(Shown.brief(name)));
            }
            tokens.advance();
            members.add(new Node.Member(name, node(at.pointer()), at));
        }
        return members;
    }

    private List<Node> items(Position parent) {
        var items = new ArrayList<Node>();
        for (tokens.advance(); tokens.token() != JsonToken.END_ARRAY; tokens.advance()) {
            items.add(node(parent.pointer().child(Integer.toString(items.size()))));
        }
        return items;
    }

    private Position position(Pointer pointer) {
        return columns.position(source, tokens.location(), pointer);
    }
}
