package dev.sextant.strategy.numeric;

/// Reads unsigned numbers of a few bits from bytes, most significant bit first. Not thread-safe.
final class BitReader {
    private final byte[] bytes;
    private long position;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The next `width` bits as a number.
    ///
    /// @param width 0 to 31
    int next(int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            int octet = bytes[Math.toIntExact(position >>> 3)];
            int bit = (octet >>> (7 - (int) (position & 7))) & 1;
            value = (value << 1) | bit;
            position++;
        }
        return value;
    }
}
