package dev.sextant.strategy.forest;

import java.util.List;

/// How a trial ended.
///
/// @param row    the number of its row
/// @param losses one an objective; empty if it failed, or was stopped before it reported any
/// @param violation of the limits; 0 if it keeps them
record Outcome(int row, boolean complete, List<Double> losses, double violation) {
    /// One that keeps the limits.
    Outcome(int row, boolean complete, List<Double> losses) {
        this(row, complete, losses, 0);
    }
}
