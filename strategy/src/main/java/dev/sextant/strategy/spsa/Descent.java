package dev.sextant.strategy.spsa;

import dev.sextant.strategy.FeasibleFirst;

/// Where the search stands and how it steps. Not thread-safe.
///
/// Gains fall as J. C. Spall, Implementation of the simultaneous perturbation algorithm, IEEE Trans. Aerosp. Electron. Syst. 34(3),
/// 1998, section III: a/(k + 1 + A)^0.602 for steps, c/(k + 1)^0.101 for perturbations.
/// Differs: a difference of losses counts in multiples of the mean one so far, so a step does not depend on the unit of the
/// loss; it is at most [#LONGEST] of them; a side that failed or breaks a limit counts as worse by one of them.
final class Descent {
    private static final double DELAY = 20;
    private static final double LONGEST = 2;
    private static final double LEAST_SHARE = 0.002;
    private static final double UNMEASURED = FeasibleFirst.FAR * 1e-10;

    private final double step;
    private final double perturbation;
    private double[] centre;
    private double usual;
    private int differences;
    private int steps;

    /// @param step the length of the first steps along each axis, in ranges
    /// @param perturbation how far the first pairs are from the centre along each axis, in ranges
    Descent(double[] start, double step, double perturbation) {
        this.centre = start;
        this.step = step;
        this.perturbation = perturbation;
    }

    double[] centre() {
        return centre;
    }

    int steps() {
        return steps;
    }

    void moveTo(double[] point) {
        centre = point;
    }

    /// How far a pair is from its centre along each axis.
    double perturbation() {
        return perturbation / Math.pow(steps + 1, 0.101);
    }

    /// One step downhill.
    ///
    /// @param difference see [Pair#difference]
    void step(Pair pair, double difference) {
        double multiple = multiple(difference);
        double gain = step * Math.pow((1 + DELAY) / (steps + 1 + DELAY), 0.602);
        double[] moved = centre.clone();
        for (int i = 0; i < moved.length; i++) {
            double distance = pair.distance(i);
            double along = distance == 0 ? 0 : Math.signum(distance) * Math.min(1, 2 * perturbation() / Math.abs(distance));
            moved[i] = Math.clamp(moved[i] - gain * multiple * along, 0.0, 1.0);
        }
        centre = moved;
        steps++;
    }

    /// The difference in multiples of the mean one.
    private double multiple(double difference) {
        if (Double.isNaN(difference) || difference == 0) {
            return 0;
        }
        if (Math.abs(difference) > UNMEASURED) {
            return Math.signum(difference);
        }
        differences++;
        double share = Math.max(LEAST_SHARE, 1.0 / differences);
        usual = usual * (1 - share) + Math.abs(difference) * share;
        return usual == 0 ? 0 : Math.clamp(difference / usual, -LONGEST, LONGEST);
    }
}
