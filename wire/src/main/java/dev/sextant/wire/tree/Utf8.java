package dev.sextant.wire.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Texts of files that people wrote, which must be UTF-8.
public final class Utf8 {
    private Utf8() {}

    /// The text of a file.
    ///
    /// @param name what to call the file
    /// @throws FormException that shows the place of the first byte that is not UTF-8
    public static Source source(String name, byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        var decoded = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
        if (decoded.isError()) {
            throw wrong(name, bytes, input.position(), text.flip().toString());
        }
        return Source.file(name, text.flip().toString());
    }

    private static FormException wrong(String name, byte[] bytes, int at, String before) {
        int lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        var whole = Source.file(name, new String(bytes, StandardCharsets.UTF_8));
        int line = (int) before.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count() + 1;
        return new Position(whole, line, before.codePointCount(lineStart, before.length()) + 1, Pointer.ROOT).error("""
                The byte %02X is not UTF-8.
                Save the file as UTF-8.""".formatted(bytes[at]));
    }
}
