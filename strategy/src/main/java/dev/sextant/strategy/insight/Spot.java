package dev.sextant.strategy.insight;

import dev.sextant.model.value.Value;

/// What is expected where one parameter has a value.
public record Spot(Value value, Landscape.Expected expected) {}
