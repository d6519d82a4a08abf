package dev.sextant.strategy.numeric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The table that makes a Sobol sequence good: for each dimension the 32 direction numbers v₁ … v₃₂, as the bits of a
/// 32-bit fraction.
///
/// Read from `joe-kuo-6.21201.bits` beside this class; `strategy/tables/joe_kuo.py` says how that file is laid out and makes it.
///
/// Source: S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci.
/// Comput. 30 (2008) 2635-2654; the set `new-joe-kuo-6.21201`.
final class DirectionNumbers {
    static final int BITS = 32;
    static final int MAX_DIMENSIONS = 21_201;
    private static final String TABLE = "joe-kuo-6.21201.bits";

    private DirectionNumbers() {}

    /// Direction numbers of the first `dimensions` dimensions, `[dimensions][32]`. About 1 µs a dimension, and the
    /// reading of 0.4 MB.
    static int[][] of(int dimensions) {
        int[][] all = new int[dimensions][];
        all[0] = vanDerCorput();
        if (dimensions > 1) {
            BitReader table = new BitReader(read());
            for (int d = 1; d < dimensions; d++) {
                all[d] = next(table);
            }
        }
        return all;
    }

    private static int[] vanDerCorput() {
        int[] v = new int[BITS];
        for (int k = 0; k < BITS; k++) {
            v[k] = 1 << (BITS - 1 - k);
        }
        return v;
    }

    /// Joe and Kuo's recurrence: v_k = v_{k-s} ⊕ (v_{k-s} >> s) ⊕ a₁ v_{k-1} ⊕ … ⊕ a_{s-1} v_{k-s+1}.
    private static int[] next(BitReader table) {
        int degree = table.next(5);
        int coefficients = table.next(degree - 1);
        int[] v = new int[BITS];
        for (int k = 0; k < degree; k++) {
            int initial = (table.next(k) << 1) | 1;
            v[k] = initial << (BITS - 1 - k);
        }
        for (int k = degree; k < BITS; k++) {
            v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
            for (int j = 1; j < degree; j++) {
                if (((coefficients >>> (degree - 1 - j)) & 1) == 1) {
                    v[k] ^= v[k - j];
                }
            }
        }
        return v;
    }

    private static byte[] read() {
        try (InputStream stream = DirectionNumbers.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("The table '%s' is missing beside %s.\nThe installation is damaged: build or install it again."
                        .formatted(TABLE, DirectionNumbers.class.getName()));
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("The table '%s' cannot be read.".formatted(TABLE), broken);
        }
    }
}
