package dev.sextant.run.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the metrics of a study in the output of a program, byte by byte as it comes.
///
/// A line ends with `\n` or `\r`, or with the output; escape sequences of terminals are not seen. A line is read to its first
/// [#LONGEST_LINE] bytes. About 1 ns a byte where nothing is found. Not thread-safe.
public final class MetricReader {
    /// The part of a line that is looked at, in bytes.
    public static final int LONGEST_LINE = 64 * 1024;

    private static final byte PLAIN = 0;
    private static final byte SEPARATOR = 1;
    private static final byte ESCAPED = 2;
    private static final byte LINE_END = 4;
    private static final byte[] KINDS = kinds();

    private final LineReading lines;
    private final Optional<NamedFigures> named;
    private final Consumer<Reading> readings;
    private byte[] partial = new byte[256];
    private int partialLength;
    private int seen;

    private MetricReader(LineReading lines, Optional<NamedFigures> named, Consumer<Reading> readings) {
        this.lines = lines;
        this.named = named;
        this.readings = readings;
    }

    /// A reader of `NAME=NUMBER` and `NAME: NUMBER`.
    public static MetricReader named(List<String> metrics, Consumer<Reading> readings) {
        var figures = new NamedFigures(metrics);
        return new MetricReader(figures, Optional.of(figures), readings);
    }

    /// A reader of what a regular expression finds.
    ///
    /// @throws IllegalArgumentException with a message for the user, if the expression is wrong or names what is no metric
    public static MetricReader pattern(String pattern, List<String> metrics, Consumer<Reading> readings) {
        return new MetricReader(PatternFigures.of(pattern, metrics), Optional.empty(), readings);
    }

    /// Takes the next `length` bytes. The array may be changed by the reader and reused by the caller.
    public void accept(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            byte kind = KINDS[bytes[i] & 0xff];
            if (kind != PLAIN) {
                seen |= kind;
                if (kind == LINE_END) {
                    lineEnds(bytes, start, i);
                    start = i + 1;
                }
            }
        }
        keep(bytes, start, length);
    }

    /// Says that no more bytes come: what stands after the last line end is a line too.
    public void finish() {
        lineEnds(partial, 0, 0);
    }

    /// Why figures could not be read although they may be there; empty if nothing is known.
    public Optional<String> trouble() {
        return lines.trouble().or(() -> named.flatMap(NamedFigures::nearMiss).map("the last line that names it is '%s'"::formatted));
    }

    /// Whether reading was given up, so that values found before cannot be trusted to be the last.
    public boolean gaveUp() {
        return lines.trouble().isPresent();
    }

    private void lineEnds(byte[] bytes, int from, int to) {
        if (worthReading()) {
            if (partialLength == 0) {
                read(bytes, from, Math.min(to, from + LONGEST_LINE));
            } else {
                keep(bytes, from, to);
                read(partial, 0, partialLength);
            }
        }
        partialLength = 0;
        seen = 0;
    }

    private boolean worthReading() {
        return !lines.needsSeparator() || (seen & SEPARATOR) != 0;
    }

    private void read(byte[] bytes, int from, int to) {
        int end = (seen & ESCAPED) != 0 ? Ansi.strip(bytes, from, to) : to;
        if (end > from) {
            lines.read(new Line(bytes, from, end)).ifPresent(readings);
        }
    }

    /// Remembers the beginning of a line that goes on.
    private void keep(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, LONGEST_LINE - partialLength);
        if (count <= 0) {
            return;
        }
        if (partialLength + count > partial.length) {
            partial = Arrays.copyOf(partial, Math.min(LONGEST_LINE, Integer.highestOneBit(partialLength + count) * 2));
        }
        System.arraycopy(bytes, from, partial, partialLength, count);
        partialLength += count;
    }

    private static byte[] kinds() {
        var kinds = new byte[256];
        kinds['='] = SEPARATOR;
        kinds[':'] = SEPARATOR;
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
        kinds[Ansi.ESCAPE] = ESCAPED;
        return kinds;
    }
}
