package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;

/// `true` or `false`.
///
/// @param first the one that was named first, which stands in for a default
public record Bool(boolean first) implements Discrete {
    @Override
    public long count() {
        return 2;
    }

    @Override
    public Value get(long index) {
        return new Value.Flag((index == 0) == first);
    }

    @Override
    public long index(Value value) {
        return value.equals(get(0)) ? 0 : 1;
    }

    @Override
    public Optional<Value> accept(Value given) {
        return given instanceof Value.Flag ? Optional.of(given) : Optional.empty();
    }

    @Override
    public String allowed() {
        return "true or false";
    }
}
