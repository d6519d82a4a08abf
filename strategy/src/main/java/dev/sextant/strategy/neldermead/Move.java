package dev.sextant.strategy.neldermead;

import java.util.Locale;

/// Where the worst vertex of a simplex may go, on the line through it and the centre of the others.
enum Move {
    REFLECTION,
    EXPANSION,
    INSIDE_CONTRACTION,
    OUTSIDE_CONTRACTION;

    /// How far beyond the centre, in distances of the worst vertex from it; negative on its own side.
    ///
    /// Source: F. Gao and L. Han, Implementing the Nelder-Mead simplex algorithm with adaptive parameters, Comput. Optim. Appl. 51
    /// (2012) 259-277.
    double reach(int dimensions) {
        double n = Math.max(2, dimensions);
        return switch (this) {
            case REFLECTION -> 1;
            case EXPANSION -> 1 + 2 / n;
            case OUTSIDE_CONTRACTION -> 0.75 - 1 / (2 * n);
            case INSIDE_CONTRACTION -> -(0.75 - 1 / (2 * n));
        };
    }

    /// Which part of the distance to the best vertex is left after shrinking.
    static double shrink(int dimensions) {
        return 1 - 1.0 / Math.max(2, dimensions);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
