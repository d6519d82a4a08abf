package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// One of a list of distinct values in a meaningful order, lowest first: `16, 32, 64` or `small, medium, large`.
public record Ordinal(List<Value> values) implements Discrete {
    public Ordinal {
        values = Choice.distinct(values);
    }

    @Override
    public long count() {
        return values.size();
    }

    @Override
    public Value get(long index) {
        return values.get(Math.toIntExact(index));
    }

    @Override
    public long index(Value value) {
        return values.indexOf(value);
    }

    @Override
    public Optional<Value> accept(Value given) {
        return Choice.find(values, given);
    }

    @Override
    public String allowed() {
        return "one of " + Choice.listed(values) + " (ordered)";
    }
}
