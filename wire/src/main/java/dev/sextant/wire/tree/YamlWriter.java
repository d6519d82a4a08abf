package dev.sextant.wire.tree;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a tree as YAML that people like to read: the members of the document and of its objects one a line, what is
/// deeper in one line. [YamlReader] reads it back as the same tree.
public final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./][A-Za-z0-9_./+*<>=%() -]*");

    private YamlWriter() {}

    /// The text of a document, with a line end at its end.
    public static String write(Node.Obj document) {
        return document.members().stream().map(YamlWriter::topLine).collect(Collectors.joining());
    }

    private static String topLine(Node.Member member) {
        var key = text(member.name()) + ":";
        if (member.value() instanceof Node.Obj object && !object.members().isEmpty()
                && object.members().stream().anyMatch(m -> m.value() instanceof Node.Obj)) {
            return key + "\n" + object.members().stream()
                    .map(m -> "  %s: %s\n".formatted(text(m.name()), flow(m.value()))).collect(Collectors.joining());
        }
        return key + " " + flow(member.value()) + "\n";
    }

    /// A node on one line.
    public static String flow(Node node) {
        return switch (node) {
            case Node.Obj object -> object.members().stream().map(m -> text(m.name()) + ": " + flow(m.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Node.Arr list -> list.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
            case Node.Text text -> text(text.text());
            case Node.Num number -> number.literal();
            case Node.Bool flag -> Boolean.toString(flag.on());
            case Node.Null _ -> "null";
        };
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.endsWith(" ") && isWord(text);
        return plain ? text : escaped(JsonWriter.write(new Node.Text(text, Source.file("", "").start())));
    }

    private static boolean isWord(String text) {
        try {
            return PlainWord.node(text, Source.file("", "").start()) instanceof Node.Text;
        } catch (FormException _) {
            return false;
        }
    }

    /// A JSON text is a YAML text in double quotes, but for characters that YAML wants escaped.
    private static String escaped(String json) {
        var escaped = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            boolean strange = (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF
                    || Character.getType(c) == Character.SURROGATE;
            escaped.append(strange ? "\\u%04X".formatted(c) : Character.toString(c));
        });
        return escaped.toString();
    }
}
