package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// One fixed value, which appears among the parameters like any other.
public record Constant(Value value) implements Discrete {
    @Override
    public long count() {
        return 1;
    }

    @Override
    public Value get(long index) {
        return value;
    }

    @Override
    public long index(Value given) {
        return 0;
    }

    @Override
    public Optional<Value> accept(Value given) {
        return Choice.find(List.of(value), given);
    }

    @Override
    public String allowed() {
        return "only " + value.text();
    }
}
