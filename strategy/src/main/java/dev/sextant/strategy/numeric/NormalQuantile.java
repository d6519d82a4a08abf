package dev.sextant.strategy.numeric;

/// The lower half of the normal quantile as a function of the logarithm of the probability.
///
/// Source: see [Normal]. Inside, A to F are the coefficients of AS 241's PPND16, highest power first.
final class NormalQuantile {
    private static final double[] A = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
        1971.5909503065513, 133.14166789178438, 3.3871328727963665
    };
    private static final double[] B = {
        5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
        687.1870074920579, 42.31333070160091, 1
    };
    private static final double[] C = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
    };
    private static final double[] D = {
        1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
        0.6897673349851, 1.6763848301838038, 2.053191626637759, 1
    };
    private static final double[] E = {
        2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
        0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103
    };
    private static final double[] F = {
        2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
        0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1
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
