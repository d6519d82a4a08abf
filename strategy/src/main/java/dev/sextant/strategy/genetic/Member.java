package dev.sextant.strategy.genetic;

import dev.sextant.model.space.Configuration;

/// An individual with a result.
record Member(int trial, Configuration configuration, double loss) {}
