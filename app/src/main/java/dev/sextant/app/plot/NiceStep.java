package dev.sextant.app.plot;

/// Steps that people count in: 1, 2 and 5 times a power of ten.
final class NiceStep {
    private NiceStep() {}

    /// The smallest nice step of which at most `most` fit into `span`.
    static double of(double span, int most) {
        double rough = span / most;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
