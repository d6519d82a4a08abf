package dev.sextant.server.api;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps a stretch of what is written to it: the bytes from a place on, as many as fit. Not thread-safe.
final class OutputWindow extends OutputStream {
    private static final int MOST_OF_A_CHARACTER = 4;

    private final long from;
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    OutputWindow(long from, int most) {
        this.from = from;
        this.most = most;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
        long skipped = Math.clamp(from - seen, 0, length);
        int wanted = (int) Math.min(length - skipped, most - kept.size());
        kept.write(bytes, start + (int) skipped, wanted);
        seen += length;
    }

    /// The stretch as text, without a character that is cut in two at its end.
    String text() {
        return new String(kept.toByteArray(), 0, whole(), StandardCharsets.UTF_8);
    }

    /// Where the next stretch begins.
    long next() {
        return from + whole();
    }

    /// How many bytes make whole characters; a lone byte that can be no part of one is let through.
    private int whole() {
        byte[] bytes = kept.toByteArray();
        for (int back = 1; back < MOST_OF_A_CHARACTER && back <= bytes.length; back++) {
            int last = bytes[bytes.length - back] & 0xFF;
            if (last >= 0xC0) {
                int needed = last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : 2;
                return needed > back ? bytes.length - back : bytes.length;
            }
            if (last < 0x80) {
                return bytes.length;
            }
        }
        return bytes.length;
    }
}
