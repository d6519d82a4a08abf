package dev.sextant.run.output;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The last lines of a stream, for the reason of a failure: at most [#MOST_LINES] lines and [#MOST_BYTES] bytes.
///
/// Not thread-safe.
public final class LastLines {
    /// Lines at most.
    public static final int MOST_LINES = 20;
    /// Bytes at most.
    public static final int MOST_BYTES = 4096;

    private byte[] ring = new byte[0];
    private long written;

    /// Nothing printed yet.
    public LastLines() {}

    /// Takes the next `length` bytes.
    public void accept(byte[] bytes, int length) {
        if (ring.length == 0) {
            ring = new byte[MOST_BYTES];
        }
        int from = Math.max(0, length - MOST_BYTES);
        written += from;
        while (from < length) {
            int at = (int) (written % MOST_BYTES);
            int count = Math.min(length - from, MOST_BYTES - at);
            System.arraycopy(bytes, from, ring, at, count);
            written += count;
            from += count;
        }
    }

    /// The lines, without blank ones at the end; a line cut at its beginning starts with `…`.
    public String text() {
        var bytes = new byte[(int) Math.min(written, MOST_BYTES)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ring[(int) ((written - bytes.length + i) % MOST_BYTES)];
        }
        var all = new String(bytes, StandardCharsets.UTF_8).replace('\r', '\n').stripTrailing();
        var lines = (written > MOST_BYTES ? "…" + all.replaceFirst("^\uFFFD+", "") : all).lines().toList();
        return String.join("\n", last(lines));
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }
}
