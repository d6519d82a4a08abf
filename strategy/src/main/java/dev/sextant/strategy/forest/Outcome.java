package dev.sextant.strategy.forest;

import java.util.List;

/// How a trial ended.
///
/// @param row    the number of its row
/// @param losses one an objective; empty if it failed, or was stopped before it reported any
record Outcome(int row, boolean complete, List<Double> losses) {}
