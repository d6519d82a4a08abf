package dev.sextant.strategy.numeric;

/// The lower half of the normal quantile as a function of the logarithm of the probability.
///
/// Source: see [Normal]. Inside, A to F are the coefficients of AS 241's PPND16, highest power first.
final class NormalQuantile {
    private static final double[] A = {
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
        1971.5909503065514427, 133.14166789178437745, 3.387132872796366608
    };
    private static final double[] B = {
        5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
        687.1870074920579083, 42.313330701600911252, 1
    };
    private static final double[] C = {
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734
    };
    private static final double[] D = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1
    };
    private static final double[] E = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
        0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772
    };
    private static final double[] F = {
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1
    };
    private static final double CENTRE = 0.425;
    private static final double MIDDLE = 5;
    private static final double END = 26;

    private NormalQuantile() {}

    /// The x ≤ 0 with log Φ(x) = `logP`.
    ///
    /// @param logP at most log ½; −∞ gives −∞
    static double ofLog(double logP) {
        if (logP == Double.NEGATIVE_INFINITY) {
            return logP;
        }
        double q = Math.exp(logP) - 0.5;
        if (Math.abs(q) <= CENTRE) {
            return q * Polynomial.ratio(A, B, CENTRE * CENTRE - q * q);
        }
        double r = Math.sqrt(-logP);
        if (r <= MIDDLE) {
            return -Polynomial.ratio(C, D, r - 1.6);
        }
        return r <= END ? -Polynomial.ratio(E, F, r - MIDDLE) : beyond(logP);
    }

    /// Two Newton steps on log Φ, whose slope out there is close to −x, from the leading terms of the expansion.
    private static double beyond(double logP) {
        double square = -2 * (logP + Normal.LOG_SQRT_TWO_PI);
        double x = -Math.sqrt(square - Math.log(square));
        for (int step = 0; step < 2; step++) {
            double logCdf = Normal.logCdf(x);
            x -= (logCdf - logP) / Math.exp(Normal.logDensity(x) - logCdf);
        }
        return x;
    }
}
