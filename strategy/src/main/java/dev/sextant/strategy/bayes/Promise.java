package dev.sextant.strategy.bayes;

/// How much better a point is expected to make what is known, as a logarithm.
interface Promise {
    /// Where nothing can be improved on yet: every point promises as much.
    Promise NONE = new Promise() {
        @Override
        public double log(double[] point) {
            return 0;
        }

        @Override
        public double bound(double[] point) {
            return 0;
        }

        @Override
        public double log(double[] point, int[] lines, double[] slopes) {
            return 0;
        }
    };

    /// The logarithm of the expected improvement.
    double log(double[] point);

    /// At least [#log], at the cost of [Posterior#roughly].
    double bound(double[] point);

    /// [#log], and its derivatives along some lines.
    ///
    /// @param slopes `[lines]`, to which the derivatives are added
    double log(double[] point, int[] lines, double[] slopes);
}
