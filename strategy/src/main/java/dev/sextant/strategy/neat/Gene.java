package dev.sextant.strategy.neat;

import dev.sextant.model.value.Value;
import java.util.Map;

/// An element of a list.
///
/// @param values of its active parameters, by bare names
record Gene(Marking marking, Map<String, Value> values) {}
