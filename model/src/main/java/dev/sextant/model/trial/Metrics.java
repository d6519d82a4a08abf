package dev.sextant.model.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// Named figures of one trial, in the order they were given; every one a finite number.
public record Metrics(SequencedMap<String, Double> values) {
    /// No figures.
    public static final Metrics NONE = new Metrics(new LinkedHashMap<>());

    public Metrics {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Metric '%s' must be a finite number, not %s.".formatted(name, value));
            }
        });
    }

    public static Metrics of(String name, double value) {
        return new Metrics(new LinkedHashMap<>(Map.of(name, value)));
    }

    public OptionalDouble value(String name) {
        var value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
