package dev.sextant.strategy.insight;

import dev.sextant.model.value.Value;
import java.util.List;

/// What is expected where two parameters have values.
///
/// @param across the values of the one
/// @param up     the values of the other
/// @param expected for each value of `across`, a list with one for each of `up`
public record Plane(List<Value> across, List<Value> up, List<List<Landscape.Expected>> expected) {
    public Plane {
        across = List.copyOf(across);
        up = List.copyOf(up);
        expected = expected.stream().map(List::copyOf).toList();
    }
}
