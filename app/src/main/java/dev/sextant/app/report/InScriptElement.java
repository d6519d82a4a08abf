package dev.sextant.app.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Writes JSON so that no text in it can end the script element around it: `<` becomes its escape, which means the
/// same, for in JSON it only ever stands inside a string.
final class InScriptElement extends FilterWriter {
    private static final String ESCAPED = "\\u003c";

    InScriptElement(Writer writer) {
        super(writer);
    }

    @Override
    public void write(int c) throws IOException {
        if (c == '<') {
            out.write(ESCAPED);
        } else {
            out.write(c);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(text.substring(from, from + length).replace("<", ESCAPED));
    }
}
