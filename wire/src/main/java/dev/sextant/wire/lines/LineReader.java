package dev.sextant.wire.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads lines of UTF-8 text of at most a stated length; what is longer is passed over without being kept.
///
/// Linear in what is read, with at most one line in memory. Not thread-safe.
public final class LineReader {
    private static final int SMALL = 8 << 10;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final int mostBytes;
    private final Runnable beforeWaiting;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int end;

    /// @param mostBytes of a line, without its end
    /// @param beforeWaiting done each time before more is read, as flushing the answers to what was read so far
    public LineReader(InputStream in, int mostBytes, Runnable beforeWaiting) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.beforeWaiting = beforeWaiting;
    }

    /// What stood between two ends of lines.
    public sealed interface Line {
        /// A line without its end.
        record Text(String text) implements Line {}

        /// A line with more bytes than are read.
        record TooLong() implements Line {}

        /// A line that is not UTF-8.
        record NotText() implements Line {}
    }

    /// The next line; empty at the end of the stream. The last line needs no end.
    ///
    /// @throws UncheckedIOException if the stream cannot be read
    public Optional<Line> next() {
        int searched = 0;
        while (true) {
            int newline = newline(start + searched);
            if (newline >= 0) {
                return Optional.of(upTo(newline, newline + 1));
            }
            searched = end - start;
            if (searched > mostBytes) {
                return Optional.of(passOver());
            }
            if (!more()) {
                return start == end ? Optional.empty() : Optional.of(upTo(end, end));
            }
        }
    }

    private int newline(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private Line upTo(int lineEnd, int next) {
        var line = lineEnd - start > mostBytes ? new Line.TooLong() : text(start, lineEnd - start);
        start = next;
        return line;
    }

    private Line text(int from, int length) {
        var text = new String(buffer, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isText(from, length) ? new Line.Text(text) : new Line.NotText();
    }

    private boolean isText(int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private Line passOver() {
        int newline = -1;
        boolean open = true;
        while (newline < 0 && open) {
            start = end;
            open = more();
            newline = newline(start);
        }
        start = newline < 0 ? end : newline + 1;
        return new Line.TooLong();
    }

    /// Reads more behind what is there; `false` at the end of the stream.
    private boolean more() {
        makeRoom();
        beforeWaiting.run();
        try {
            int count = in.read(buffer, end, buffer.length - end);
            end += Math.max(count, 0);
            return count >= 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Half of a full buffer at least is free afterwards, so that all moves together cost no more than the reading.
    private void makeRoom() {
        if (start == end) {
            buffer = buffer.length == SMALL ? buffer : new byte[SMALL];
            start = 0;
            end = 0;
        } else if (end == buffer.length) {
            int kept = end - start;
            buffer = Arrays.copyOfRange(buffer, start, start + (kept > buffer.length / 2 ? 2 * buffer.length : buffer.length));
            start = 0;
            end = kept;
        }
    }
}
