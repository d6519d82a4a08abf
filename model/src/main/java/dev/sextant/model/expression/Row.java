package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The values of the names of one expression, by slot, for one evaluation.
final class Row {
    /// Enough for what mentions no name.
    static final Row EMPTY = new Row(List.of(), new @Nullable Value[0]);

    private final List<String> names;
    private final @Nullable Value[] values;

    private Row(List<String> names, @Nullable Value[] values) {
        this.names = names;
        this.values = values;
    }

    static Row of(List<String> names, Function<String, Optional<Value>> source) {
        var values = new @Nullable Value[names.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = source.apply(names.get(slot)).orElse(null);
        }
        return new Row(names, values);
    }

    boolean knows(int slot) {
        return values[slot] != null;
    }

    boolean knows(int[] slots) {
        for (int slot : slots) {
            if (values[slot] == null) {
                return false;
            }
        }
        return true;
    }

    /// The value of a slot that is [known][#knows(int)].
    Value value(int slot) {
        var value = values[slot];
        if (value == null) {
            throw new IllegalStateException("'%s' has no value.".formatted(names.get(slot)));
        }
        return value;
    }

    /// The number in a slot that is [known][#knows(int)].
    double number(int slot) {
        if (values[slot] instanceof Value.Real real) {
            return real.number();
        }
        if (values[slot] instanceof Value.Int whole) {
            return (double) whole.number();
        }
        throw mismatch(slot, "a number");
    }

    Truth flag(int slot) {
        if (values[slot] == null) {
            return Truth.UNKNOWN;
        }
        if (values[slot] instanceof Value.Flag flag) {
            return Truth.of(flag.on());
        }
        throw mismatch(slot, "true or false");
    }

    private IllegalArgumentException mismatch(int slot, String declared) {
        return new IllegalArgumentException("'%s' is declared %s, but has the value '%s'."
                .formatted(names.get(slot), declared, value(slot).text()));
    }
}
