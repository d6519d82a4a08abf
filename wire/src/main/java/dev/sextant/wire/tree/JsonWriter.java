package dev.sextant.wire.tree;

import dev.sextant.model.value.Value;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes one JSON document on one line, from left to right. Numbers read back exactly; there is no way to write NaN or
/// an infinity. Not thread-safe.
public final class JsonWriter {
    private final StringWriter text = new StringWriter(200);
    private final JsonGenerator generator;

    /// An empty text.
    public JsonWriter() {
        generator = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), text);
    }

    /// The compact text of a tree.
    public static String write(Node node) {
        return new JsonWriter().node(node).finish();
    }

    /// Starts an object, as an item or as what stands behind a name.
    public JsonWriter startObject() {
        generator.writeStartObject();
        return this;
    }

    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    public JsonWriter startList() {
        generator.writeStartArray();
        return this;
    }

    public JsonWriter endList() {
        generator.writeEndArray();
        return this;
    }

    /// A list of texts.
    public JsonWriter texts(Iterable<String> values) {
        startList();
        values.forEach(this::text);
        return endList();
    }

    /// The name of the member whose value comes next.
    public JsonWriter name(String name) {
        generator.writeName(name);
        return this;
    }

    public JsonWriter text(String value) {
        generator.writeString(value);
        return this;
    }

    public JsonWriter whole(long value) {
        generator.writeNumber(value);
        return this;
    }

    /// A finite number; it always has a point or an exponent, so that it reads back as a real one.
    public JsonWriter number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number %s.".formatted(value));
        }
        generator.writeNumber(value);
        return this;
    }

    public JsonWriter flag(boolean value) {
        generator.writeBoolean(value);
        return this;
    }

    /// A number, or `null` for NaN and the infinities: for charts, where a gap is a gap.
    public JsonWriter maybe(double value) {
        if (Double.isFinite(value)) {
            return number(value);
        }
        generator.writeNull();
        return this;
    }

    /// A parameter value.
    public JsonWriter value(Value value) {
        return switch (value) {
            case Value.Real(double number) -> number(number);
            case Value.Int(long number) -> whole(number);
            case Value.Flag(boolean on) -> flag(on);
            case Value.Text(String word) -> text(word);
        };
    }

    /// A whole tree.
    public JsonWriter node(Node node) {
        switch (node) {
            case Node.Obj object -> {
                startObject();
                object.members().forEach(m -> name(m.name()).node(m.value()));
                endObject();
            }
            case Node.Arr list -> {
                startList();
                list.items().forEach(this::node);
                endList();
            }
            case Node.Text word -> text(word.text());
            case Node.Num number -> generator.writeNumber(literal(number.literal()));
            case Node.Bool flag -> flag(flag.on());
            case Node.Null _ -> generator.writeNull();
        }
        return this;
    }

    /// A number as JSON wants it: without a plus sign or leading zeros.
    private static String literal(String written) {
        boolean negative = written.startsWith("-");
        int digits = negative || written.startsWith("+") ? 1 : 0;
        while (digits + 1 < written.length() && written.charAt(digits) == '0' && Character.isDigit(written.charAt(digits + 1))) {
            digits++;
        }
        return (negative ? "-" : "") + written.substring(digits);
    }

    /// The text of the finished document.
    public String finish() {
        generator.close();
        return text.toString();
    }
}
