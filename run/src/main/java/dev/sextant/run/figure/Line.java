package dev.sextant.run.figure;

import java.nio.charset.StandardCharsets;

/// A line of output: a window on bytes that is valid only while it is being read.
final class Line {
    private final byte[] bytes;
    private final int from;
    private final int length;

    Line(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        length = to - from;
    }

    int length() {
        return length;
    }

    /// The byte at a position; a line feed outside the line, so that looking around needs no bounds.
    byte at(int position) {
        return position >= 0 && position < length ? bytes[from + position] : (byte) '\n';
    }

    /// Whether the bytes before `end` are exactly `word`.
    boolean endsWith(byte[] word, int end) {
        if (end < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + end - word.length + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether an ASCII word in lower case stands at a position, in whatever case.
    boolean startsWithIgnoringCase(String word, int start) {
        for (int i = 0; i < word.length(); i++) {
            if ((at(start + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The first position from `position` on, or before it, that holds no blank.
    int skipBlanks(int position, int direction) {
        int here = position;
        while (at(here) == ' ' || at(here) == '\t') {
            here += direction;
        }
        return here;
    }

    boolean quoteAt(int position) {
        return at(position) == '"' || at(position) == '\'';
    }

    /// Whether a byte can be part of a longer name, so that `loss` is not found in `val_loss`, `val/loss` or `größeloss`.
    boolean nameAt(int position) {
        byte here = at(position);
        return here < 0 || letterOrDigit(here) || here == '_' || here == '-' || here == '.' || here == '/';
    }

    boolean digitAt(int position) {
        return at(position) >= '0' && at(position) <= '9';
    }

    boolean wordAt(int position) {
        return letterOrDigit(at(position)) || at(position) == '_';
    }

    /// At most `limit` bytes as text; what is not UTF-8 becomes `U+FFFD`.
    String text(int limit) {
        return new String(bytes, from, Math.min(length, limit), StandardCharsets.UTF_8);
    }

    String text(int start, int end) {
        return new String(bytes, from + start, end - start, StandardCharsets.UTF_8);
    }

    private static boolean letterOrDigit(byte here) {
        return (here >= '0' && here <= '9') || ((here | 0x20) >= 'a' && (here | 0x20) <= 'z');
    }
}
