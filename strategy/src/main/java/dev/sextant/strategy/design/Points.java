package dev.sextant.strategy.design;

/// Numbered points of the unit cube. Equal numbers give equal points.
public interface Points {
    /// One point, every coordinate in `[0, 1]`.
    ///
    /// @param index at least 0
    double[] point(long index);
}
