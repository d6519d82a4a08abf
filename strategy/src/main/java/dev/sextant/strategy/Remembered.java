package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import java.util.List;

/// A result of an earlier study, for the same question or a similar one.
///
/// Losses of different sources have different scales, and none of them is this study's: only the order within one
/// source, or distances in units of its own spread, mean something.
///
/// @param source the name of that study
/// @param configuration as one of this study's space
/// @param losses one for each objective, less is better; never NaN, never infinite
public record Remembered(String source, Configuration configuration, List<Double> losses) {
    public Remembered {
        losses = List.copyOf(losses);
    }
}
