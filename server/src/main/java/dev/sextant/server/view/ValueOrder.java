package dev.sextant.server.view;

import dev.sextant.model.value.Value;
import java.util.Comparator;
import java.util.Optional;

/// The order of the cells of one column: numbers by size before words by letters; empty cells last, whichever way.
public enum ValueOrder implements Comparator<Optional<Value>> {
    /// The least first.
    RISING,
    /// The greatest first.
    FALLING;

    @Override
    public int compare(Optional<Value> one, Optional<Value> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return this == RISING ? rising(one.get(), other.get()) : rising(other.get(), one.get());
    }

    private static int rising(Value one, Value other) {
        if (isNumber(one) && isNumber(other)) {
            return Double.compare(number(one), number(other));
        }
        return isNumber(one) ? -1 : isNumber(other) ? 1 : one.text().compareTo(other.text());
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Int || value instanceof Value.Real;
    }

    private static double number(Value value) {
        return value instanceof Value.Int(long whole) ? (double) whole : value instanceof Value.Real(double real) ? real : Double.NaN;
    }
}
