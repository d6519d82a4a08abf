package dev.sextant.app.plot;

/// A labelled place on an axis.
///
/// @param at in `[0, 1]` of the way along
record Tick(double at, String label) {}
