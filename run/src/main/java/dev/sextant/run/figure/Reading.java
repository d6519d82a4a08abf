package dev.sextant.run.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// What one line says: at least one metric, and perhaps the step it belongs to.
///
/// @param step of training, as the program counts
/// @param values as printed, NaN and infinities included
public record Reading(OptionalLong step, SequencedMap<String, Double> values) {
    public Reading {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
}
