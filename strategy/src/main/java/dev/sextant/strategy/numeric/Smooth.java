package dev.sextant.strategy.numeric;

/// A function of several variables with its gradient.
@FunctionalInterface
public interface Smooth {
    /// The value at a point; +∞ or NaN where the function is not defined.
    ///
    /// @param x        the point, not to be changed
    /// @param gradient filled with the partial derivatives
    double at(double[] x, double[] gradient);
}
