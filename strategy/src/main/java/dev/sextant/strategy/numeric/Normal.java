package dev.sextant.strategy.numeric;

/// The standard normal distribution, accurate in the far tails: everything that can underflow is offered as a logarithm.
///
/// φ is the density, Φ the distribution function. Relative errors are below 1e-14 in the centre and below 1e-13 far out
/// (of the logarithms: absolute error below 1e-13 there). Each function costs some ten to a hundred nanoseconds.
///
/// Sources: W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23 (1969) 631-637, for Φ;
/// M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988) 477-484, for the quantile. Differs: the quantile takes
/// a logarithm, and a Newton step on log Φ carries it beyond the range of AS 241 (probabilities below 1e-316).
public final class Normal {
    /// log √(2π)
    public static final double LOG_SQRT_TWO_PI = 0.9189385332046727;

    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double LOG_TWO = 0.6931471805599453;
    private static final double NARROW = 1e-5;

    private Normal() {}

    /// log φ(x).
    public static double logDensity(double x) {
        return -0.5 * x * x - LOG_SQRT_TWO_PI;
    }

    /// Φ(x); 0 below about −38.5.
    public static double cdf(double x) {
        return 0.5 * ErrorFunction.complement(-x * SQRT_HALF);
    }

    /// log Φ(x), finite for every finite x whose square is.
    public static double logCdf(double x) {
        if (x > 1) {
            return Math.log1p(-cdf(-x));
        }
        if (x > -1) {
            return Math.log(cdf(x));
        }
        double y = -x * SQRT_HALF;
        return Math.log(ErrorFunction.scaledComplement(y)) - y * y - LOG_TWO;
    }

    /// The x with Φ(x) = p; −∞ for 0 and +∞ for 1.
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A normal quantile was asked for at %s; a probability is 0 to 1.".formatted(p));
        }
        return p <= 0.5 ? NormalQuantile.ofLog(Math.log(p)) : -NormalQuantile.ofLog(Math.log1p(-p));
    }

    /// The x with log Φ(x) = `logP`, for probabilities too small to be written as a `double`.
    ///
    /// @param logP at most 0
    public static double quantileOfLog(double logP) {
        return logP <= -LOG_TWO ? NormalQuantile.ofLog(logP) : -NormalQuantile.ofLog(Math.log(-Math.expm1(logP)));
    }

    /// log (Φ(high) − Φ(low)): how much of the distribution lies between the two, also where that is far below the
    /// smallest `double`. −∞ if they are equal.
    ///
    /// @param low  less than or equal to `high`, infinities allowed
    public static double logMass(double low, double high) {
        if (low > 0) {
            return logMass(-high, -low);
        }
        double width = high - low;
        double middle = low + 0.5 * width;
        if (width * (1 + Math.abs(middle)) < NARROW) {
            return logDensity(middle) + Math.log(width);
        }
        if (high > 0) {
            return Math.log1p(-cdf(low) - cdf(-high));
        }
        double logHigh = logCdf(high);
        return logHigh + Math.log1p(-Math.exp(logCdf(low) - logHigh));
    }

    /// The point of `[low, high]` below which the fraction `u` of the mass between the two lies: with a uniform `u`, a
    /// draw of the truncated distribution.
    ///
    /// @param low less than or equal to `high`, infinities allowed
    /// @param u   in `[0, 1]`
    public static double truncatedQuantile(double low, double high, double u) {
        if (low > 0) {
            return -truncatedQuantile(-high, -low, 1 - u);
        }
        double logU = Math.log(u);
        double logRest = Math.log1p(-u);
        double below = LogSum.of(logCdf(low) + logRest, logCdf(high) + logU);
        double x = below <= -LOG_TWO
                ? quantileOfLog(below)
                : -quantileOfLog(LogSum.of(logCdf(-low) + logRest, logCdf(-high) + logU));
        return Math.clamp(x, low, high);
    }
}
