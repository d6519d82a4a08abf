package dev.sextant.strategy.insight;

import dev.sextant.model.space.Configuration;

/// A trial that ended with a value.
///
/// @param loss the value, turned so that less is better; finite
public record Finished(Configuration configuration, double loss) {}
