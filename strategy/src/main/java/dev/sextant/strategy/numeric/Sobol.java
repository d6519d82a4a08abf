package dev.sextant.strategy.numeric;

/// A Sobol sequence: points of the unit cube that fill it far more evenly than independent draws, read by index.
///
/// Every block of 2^k points that starts at a multiple of 2^k puts exactly one point into each of the 2^k equal
/// intervals of every axis. The order is the one of Gray codes, as Joe and Kuo publish it. Immutable, so thread-safe.
///
/// Scrambled: Owen's nested uniform scrambling. Each bit of a coordinate is flipped or not by a fair bit that belongs to
/// its node in the binary tree of the bits above it, so the points keep their even filling, every point is by itself
/// uniform, and averages over them are unbiased.
///
/// Sources: I. M. Sobol, USSR Comput. Math. Math. Phys. 7(4) (1967) 86-112; direction numbers see [DirectionNumbers];
/// A. B. Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences, in Monte Carlo and Quasi-Monte Carlo Methods, 1995.
/// Differs: the fair bits are hashes of seed, dimension and node instead of stored draws (the tree has 2³² of them).
public final class Sobol {
    /// As many dimensions as the table of direction numbers has.
    public static final int MAX_DIMENSIONS = DirectionNumbers.MAX_DIMENSIONS;

    private static final double UNIT = 0x1p-32;

    private final int[][] directions;
    private final Scrambling scrambling;

    private Sobol(int[][] directions, Scrambling scrambling) {
        this.directions = directions;
        this.scrambling = scrambling;
    }

    /// The plain sequence, whose first point is the origin.
    ///
    /// @param dimensions 1 to [#MAX_DIMENSIONS]
    public static Sobol plain(int dimensions) {
        return new Sobol(directions(dimensions), new Scrambling.None());
    }

    /// The sequence scrambled by Owen's method; equal seeds give equal sequences.
    ///
    /// @param dimensions 1 to [#MAX_DIMENSIONS]
    public static Sobol scrambled(int dimensions, long seed) {
        return new Sobol(directions(dimensions), new Scrambling.Owen(seed));
    }

    private static int[][] directions(int dimensions) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new IllegalArgumentException("A Sobol sequence was asked for with %d dimensions; it has 1 to %d."
                    .formatted(dimensions, MAX_DIMENSIONS));
        }
        return DirectionNumbers.of(dimensions);
    }

    /// How many coordinates a point has.
    public int dimensions() {
        return directions.length;
    }

    /// One point: coordinates in `[0, 1)`, multiples of 2⁻³²; of a scrambled sequence in `(0, 1)`, centres of cells that
    /// wide. O(dimensions), some ten nanoseconds a coordinate (plain) or some eighty (scrambled).
    ///
    /// @param index 0 to 2³² − 1
    public double[] point(long index) {
        if (index < 0 || index > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("Point %d of a Sobol sequence was asked for; it has the points 0 to 2^32 - 1."
                    .formatted(index));
        }
        int gray = (int) (index ^ (index >>> 1));
        double[] point = new double[directions.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = scrambling.coordinate(raw(directions[d], gray), d);
        }
        return point;
    }

    private static int raw(int[] direction, int gray) {
        int bits = 0;
        for (int rest = gray; rest != 0; rest &= rest - 1) {
            bits ^= direction[Integer.numberOfTrailingZeros(rest)];
        }
        return bits;
    }

    private sealed interface Scrambling {
        double coordinate(int bits, int dimension);

        record None() implements Scrambling {
            @Override
            public double coordinate(int bits, int dimension) {
                return Integer.toUnsignedLong(bits) * UNIT;
            }
        }

        record Owen(long seed) implements Scrambling {
            @Override
            public double coordinate(int bits, int dimension) {
                long tree = Mix.of(seed, dimension);
                int flips = 0;
                for (int level = 0; level < DirectionNumbers.BITS; level++) {
                    long node = (1L << level) | (Integer.toUnsignedLong(bits) >>> (DirectionNumbers.BITS - level));
                    flips = (flips << 1) | (int) (Mix.of(tree + node) & 1);
                }
                return (Integer.toUnsignedLong(bits ^ flips) + 0.5) * UNIT;
            }
        }
    }
}
