package dev.sextant.server.view;

/// One attempt at a trial on its slot.
///
/// @param lane the slot of its worker, from 0
/// @param from in milliseconds of UTC
/// @param to NaN as long as it runs
/// @param end how it ended: the word of an outcome, `lost` or `stopped`; empty as long as it runs
record Attempt(int trial, int attempt, String worker, int lane, double from, double to, String end) {
    boolean runs() {
        return Double.isNaN(to);
    }

    Attempt ended(double at, String how) {
        return new Attempt(trial, attempt, worker, lane, from, at, how);
    }
}
