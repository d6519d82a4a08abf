package dev.sextant.strategy.numeric;

import dev.sextant.strategy.numeric.UndominatedBoxes.Box;
import java.util.Arrays;
import java.util.List;

/// By how much a result of several independent normal losses is expected to enlarge the volume that some points dominate, as a logarithm,
/// with its derivatives, so that it has a slope also where it is 0 to all digits.
///
/// The volume is a sum over the [boxes][UndominatedBoxes] of products of expected lengths; with h(z) = φ(z) + z·Φ(z) a length between l and u is
/// σ·(h((u − μ)/σ) − h((l − μ)/σ)). It never falls when a deviation grows, so a larger deviation gives an upper bound.
///
/// Cost O(boxes·m). Not thread-safe.
///
/// Sources: K. Yang et al., J. Global Optim. 75, 2019 (the sum over boxes); S. Ament et al., NeurIPS 2023 (logarithms).
public final class ExpectedVolume {
    private final int objectives;
    /// Of each objective, every bound of a box.
    private final double[][] cuts;
    /// `[boxes][m]`: which of the cuts; −1 for −∞.
    private final int[][] lows;
    private final int[][] highs;

    /// Of each cut: log of the expected length below it, log of its probability, and of its density.
    private final double[][] lengths;
    private final double[][] chances;
    private final double[][] densities;

    /// @param points    `[n][m]` losses
    /// @param reference `[m]`, from where volumes are measured
    public ExpectedVolume(double[][] points, double[] reference) {
        List<Box> boxes = UndominatedBoxes.of(points, reference);
        objectives = reference.length;
        cuts = new double[objectives][];
        Arrays.setAll(cuts, k -> boxes.stream().flatMapToDouble(box -> Arrays.stream(new double[] {box.low()[k], box.high()[k]}))
                .filter(Double::isFinite).sorted().distinct().toArray());
        lows = boxes.stream().map(box -> indices(box.low())).toArray(int[][]::new);
        highs = boxes.stream().map(box -> indices(box.high())).toArray(int[][]::new);
        lengths = like(cuts);
        chances = like(cuts);
        densities = like(cuts);
    }

    private int[] indices(double[] corner) {
        int[] indices = new int[objectives];
        Arrays.setAll(indices, k -> corner[k] == Double.NEGATIVE_INFINITY ? -1 : Arrays.binarySearch(cuts[k], corner[k]));
        return indices;
    }

    private static double[][] like(double[][] shape) {
        return Arrays.stream(shape).map(row -> new double[row.length]).toArray(double[][]::new);
    }

    /// The logarithm of the expected gain.
    ///
    /// @param means      `[m]`
    /// @param deviations `[m]`, above 0
    public double log(double[] means, double[] deviations) {
        prepare(means, deviations, false);
        double[] logs = new double[lows.length];
        Arrays.setAll(logs, this::log);
        return LogSum.of(logs, logs.length);
    }

    /// [#log], with its derivatives.
    ///
    /// @param byMean      `[m]`, filled
    /// @param byDeviation `[m]`, filled
    public double log(double[] means, double[] deviations, double[] byMean, double[] byDeviation) {
        prepare(means, deviations, true);
        double[] logs = new double[lows.length];
        Arrays.setAll(logs, this::log);
        double total = LogSum.of(logs, logs.length);
        Arrays.fill(byMean, 0);
        Arrays.fill(byDeviation, 0);
        for (int box = 0; box < logs.length; box++) {
            double share = Math.exp(logs[box] - total);
            for (int k = 0; k < objectives && share > 0; k++) {
                double length = length(box, k);
                byMean[k] -= share * difference(chances[k], box, k, length);
                byDeviation[k] += share * difference(densities[k], box, k, length);
            }
        }
        return total;
    }

    /// The probability that the result is dominated by none of the points, and is below the reference.
    public double chance(double[] means, double[] deviations) {
        prepare(means, deviations, true);
        double chance = 0;
        for (int box = 0; box < lows.length; box++) {
            double product = 1;
            for (int k = 0; k < objectives; k++) {
                product *= difference(chances[k], box, k, 0);
            }
            chance += product;
        }
        return chance;
    }

    private void prepare(double[] means, double[] deviations, boolean derivatives) {
        for (int k = 0; k < objectives; k++) {
            double logDeviation = Math.log(deviations[k]);
            for (int i = 0; i < cuts[k].length; i++) {
                double z = (cuts[k][i] - means[k]) / deviations[k];
                lengths[k][i] = logDeviation + LogImprovement.of(z);
                if (derivatives) {
                    chances[k][i] = Normal.logCdf(z);
                    densities[k][i] = Normal.logDensity(z);
                }
            }
        }
    }

    private double log(int box) {
        double log = 0;
        for (int k = 0; k < objectives; k++) {
            log += length(box, k);
        }
        return log;
    }

    /// The logarithm of the expected length in one objective.
    private double length(int box, int k) {
        double high = lengths[k][highs[box][k]];
        int low = lows[box][k];
        return low < 0 ? high : high + Math.log1p(-Math.exp(Math.min(0, lengths[k][low] - high)));
    }

    /// What exponentials of logarithms at both ends of a box differ by, divided by e to some power.
    private double difference(double[] logs, int box, int k, double power) {
        int low = lows[box][k];
        double high = Math.exp(logs[highs[box][k]] - power);
        return low < 0 ? high : high - Math.exp(logs[low] - power);
    }
}
