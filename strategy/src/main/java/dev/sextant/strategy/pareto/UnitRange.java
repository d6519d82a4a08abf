package dev.sextant.strategy.pareto;

import java.util.Arrays;

/// Brings losses of any size onto `[0, 1]`: in each objective the best of some becomes 0 and the worst 1.
///
/// An objective in which all are equal becomes 0. Losses up to ±`Double.MAX_VALUE` are harmless.
public final class UnitRange {
    private final double[] best;
    private final double[] worst;

    private UnitRange(double[] best, double[] worst) {
        this.best = best;
        this.worst = worst;
    }

    /// The range of some losses.
    ///
    /// @param losses `[n][m]` with n at least 1
    public static UnitRange of(double[][] losses) {
        double[] best = losses[0].clone();
        double[] worst = losses[0].clone();
        for (double[] row : losses) {
            for (int k = 0; k < row.length; k++) {
                best[k] = Math.min(best[k], row[k]);
                worst[k] = Math.max(worst[k], row[k]);
            }
        }
        return new UnitRange(best, worst);
    }

    /// Losses as shares of the range; outside of `[0, 1]` for those outside of it.
    public double[][] scale(double[][] losses) {
        double[][] scaled = new double[losses.length][];
        Arrays.setAll(scaled, i -> scale(losses[i]));
        return scaled;
    }

    /// One result as shares of the range.
    public double[] scale(double[] losses) {
        double[] scaled = new double[losses.length];
        for (int k = 0; k < scaled.length; k++) {
            double width = worst[k] / 2 - best[k] / 2;
            scaled[k] = width > 0 ? (losses[k] / 2 - best[k] / 2) / width : 0;
        }
        return scaled;
    }
}
