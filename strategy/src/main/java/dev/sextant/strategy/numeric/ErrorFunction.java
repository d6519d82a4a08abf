package dev.sextant.strategy.numeric;

/// The complementary error function, plain and scaled, by Cody's three rational approximations.
///
/// Source and error bounds: see [Normal]. Inside, A to D and P, Q are the coefficients of the paper's tables II to IV,
/// highest power first.
final class ErrorFunction {
    private static final double[] A = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] B = {1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171};
    private static final double[] C = {
        2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
        881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972
    };
    private static final double[] D = {
        1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903,
        3290.7992357334597, 4362.619090143247, 3439.3676741437216, 1230.3393548037495
    };
    private static final double[] P = {
        0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926,
        0.016083785148742275, 0.0006587491615298378
    };
    private static final double[] Q = {
        1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };
    private static final double CENTRE = 0.46875;
    private static final double FAR = 4;
    private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;

    private ErrorFunction() {}

    /// erfc(x) = 1 − erf(x), from 2 at −∞ to 0 at +∞.
    static double complement(double x) {
        if (Math.abs(x) <= CENTRE) {
            return 1 - x * Polynomial.ratio(A, B, x * x);
        }
        double upper = scaledComplement(Math.abs(x)) * minusSquareExp(Math.abs(x));
        return x > 0 ? upper : 2 - upper;
    }

    /// exp(x²) · erfc(x), which falls as slowly as 1/x.
    ///
    /// @param x not negative
    static double scaledComplement(double x) {
        if (x <= CENTRE) {
            return Math.exp(x * x) * complement(x);
        }
        if (x <= FAR) {
            return Polynomial.ratio(C, D, x);
        }
        double z = 1 / (x * x);
        return (ONE_OVER_SQRT_PI - z * Polynomial.ratio(P, Q, z)) / x;
    }

    /// exp(−x²) without the rounding error of x²: the square is taken in two parts, the first of them exact.
    private static double minusSquareExp(double x) {
        double rounded = Math.floor(x * 16) / 16;
        double rest = (x - rounded) * (x + rounded);
        return x > 27 ? 0 : Math.exp(-rounded * rounded) * Math.exp(-rest);
    }
}
