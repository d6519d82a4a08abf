package dev.sextant.strategy.numeric;

/// A hash of 64 bits to 64 bits in which every input bit moves about half of the output bits.
///
/// Source: D. Stafford's variant 13 of the MurmurHash3 finaliser, as in G. Steele, D. Lea and C. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014.
final class Mix {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Mix() {}

    static long of(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /// A hash of two numbers, in order.
    static long of(long first, long second) {
        return of(of(first + GOLDEN) + GOLDEN * second);
    }
}
