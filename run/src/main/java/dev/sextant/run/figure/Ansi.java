package dev.sextant.run.figure;

/// Escape sequences of terminals: colours, cursor moves, titles.
///
/// Source: ECMA-48, 5th edition, sections 5.3, 5.4 and 5.6.
final class Ansi {
    static final byte ESCAPE = 0x1b;

    private static final byte BELL = 7;

    private Ansi() {}

    /// Removes the sequences from `bytes[from, to)` in place. An unfinished one goes to the end of the line.
    ///
    /// @return the new end
    static int strip(byte[] bytes, int from, int to) {
        int end = from;
        int here = from;
        while (here < to) {
            if (bytes[here] == ESCAPE) {
                here = after(bytes, here + 1, to);
            } else {
                bytes[end++] = bytes[here++];
            }
        }
        return end;
    }

    private static int after(byte[] bytes, int start, int to) {
        if (start >= to) {
            return to;
        }
        return switch (bytes[start]) {
            case '[' -> afterControl(bytes, start + 1, to);
            case ']', 'P', 'X', '^', '_' -> afterText(bytes, start + 1, to);
            default -> start + 1;
        };
    }

    private static int afterControl(byte[] bytes, int start, int to) {
        int here = start;
        while (here < to && (bytes[here] < 0x40 || bytes[here] > 0x7e)) {
            here++;
        }
        return Math.min(here + 1, to);
    }

    private static int afterText(byte[] bytes, int start, int to) {
        for (int here = start; here < to; here++) {
            if (bytes[here] == BELL) {
                return here + 1;
            }
            if (bytes[here] == ESCAPE) {
                return Math.min(here + 2, to);
            }
        }
        return to;
    }
}
