package dev.sextant.strategy.demes;

import dev.sextant.model.space.Configuration;

/// An individual that was evaluated.
///
/// @param fom its figure of merit: the value of the objective as the user knows it, finite
public record Individual(Birth birth, double fom, Configuration configuration) {}
