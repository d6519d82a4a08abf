package dev.sextant.wire.tree;

/// A text that people wrote, and what to call it when something in it is wrong.
///
/// @param kind how a place in it is named
/// @param name of the file, or of the option whose argument it is
/// @param firstLine number of the first line of `text`, from 1; more when the text is cut from a longer one
public record Source(Kind kind, String name, String text, int firstLine) {
    /// How a place in a text is named.
    public enum Kind {
        /// By `file:line:column`.
        FILE,
        /// By showing the option with its argument.
        ARGUMENT
    }

    /// A whole file, or what takes the place of one: `stdin`.
    public static Source file(String name, String text) {
        return new Source(Kind.FILE, name, text, 1);
    }

    /// The argument of a command-line option: `-p`, `--timeout`.
    public static Source argument(String option, String text) {
        return new Source(Kind.ARGUMENT, option, text, 1);
    }

    /// One line of this text as a source of its own that keeps its number.
    ///
    /// @param number as people count it, from [#firstLine]
    public Source line(int number, String line) {
        return new Source(kind, name, line, number);
    }

    /// The place where the text begins.
    public Position start() {
        return new Position(this, firstLine, 1, Pointer.ROOT);
    }

    /// The place of a character of a text of one line.
    ///
    /// @param offset in characters from the start, up to the length of the text
    public Position at(int offset) {
        return new Position(this, firstLine, text.codePointCount(0, offset) + 1, Pointer.ROOT);
    }

    /// A line without its end; empty if there is no such line. O(length of the text).
    String lineText(int number) {
        int from = 0;
        for (int line = firstLine; line < number && from <= text.length(); line++) {
            from = endOfLine(from) + 1;
            if (from < text.length() && text.charAt(from - 1) == '\r' && text.charAt(from) == '\n') {
                from++;
            }
        }
        return from >= text.length() ? "" : text.substring(from, endOfLine(from));
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
