package dev.sextant.strategy.cmaes;

import java.util.function.Supplier;

/// Keeps points inside of the unit cube.
final class Bounds {
    private static final int DRAWS = 20;

    private Bounds() {}

    /// The first of some draws that lies inside; if none does, the last, moved to the surface.
    ///
    /// Drawing anew keeps the steps of the other coordinates as long as the distribution wants them; with many dimensions or
    /// a mean near a corner it would take for ever.
    static double[] inside(Supplier<double[]> draws) {
        double[] point = draws.get();
        for (int i = 1; i < DRAWS && isOutside(point); i++) {
            point = draws.get();
        }
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.clamp(point[i], 0.0, 1.0);
        }
        return point;
    }

    private static boolean isOutside(double[] point) {
        for (double coordinate : point) {
            if (coordinate < 0 || coordinate > 1) {
                return true;
            }
        }
        return false;
    }
}
