package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import java.util.OptionalDouble;

/// A member at the end of one of its generations.
///
/// @param trial whose checkpoint has its weights
/// @param generation from 1
/// @param before the loss of the trial whose weights it began with; empty for a founder
record Standing(int trial, int member, int generation, Configuration configuration, double loss, OptionalDouble before) {}
