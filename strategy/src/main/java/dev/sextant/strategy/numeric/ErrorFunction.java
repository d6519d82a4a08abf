package dev.sextant.strategy.numeric;

/// The complementary error function, plain and scaled, by Cody's three rational approximations.
///
/// Source and error bounds: see [Normal]. Inside, A to D and P, Q are the coefficients of the paper's tables II to IV,
/// highest power first.
final class ErrorFunction {
    private static final double[] A = {
        1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3
    };
    private static final double[] B = {1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3};
    private static final double[] C = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
    };
    private static final double[] D = {
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3
    };
    private static final double[] P = {
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
        1.60837851487422766e-2, 6.58749161529837803e-4
    };
    private static final double[] Q = {
        1, 2.56852019228982242e0, 1.87295284992346725e0, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3
    };
    private static final double CENTRE = 0.46875;
    private static final double FAR = 4;
    private static final double ONE_OVER_SQRT_PI = 0.564_189_583_547_756_3;

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
