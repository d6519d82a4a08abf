package dev.sextant.app.terminal;

import dev.sextant.model.space.Configuration;

/// The best trial so far.
///
/// @param value in the user's own direction
public record Leader(int trial, double value, Configuration configuration) {}
