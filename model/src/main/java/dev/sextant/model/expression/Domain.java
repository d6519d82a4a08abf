package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// What a choice may be.
///
/// @param values in order; none if any text is allowed
/// @param ordered whether the order means something
record Domain(String name, List<Value> values, boolean ordered) {
    Domain {
        values = List.copyOf(values);
    }

    boolean isOpen() {
        return values.isEmpty();
    }

    /// The allowed value that equals the given one.
    Optional<Value> find(Value given) {
        return values.stream().filter(value -> same(value, given)).findFirst();
    }

    /// The place of a value in the order, from 0; negative if it is none of the allowed ones.
    int rank(Value given) {
        int rank = values.size() - 1;
        while (rank >= 0 && !same(values.get(rank), given)) {
            rank--;
        }
        return rank;
    }

    boolean comparesWith(Domain other) {
        return ordered && other.ordered && values.equals(other.values);
    }

    /// Whether two values are equal; numbers are by size, so that `1` is `1.0`.
    static boolean same(Value left, Value right) {
        return switch (left) {
            case Value.Real(double number) -> isNumber(right, number);
            case Value.Int(long number) -> isNumber(right, (double) number);
            case Value.Text _, Value.Flag _ -> left.equals(right);
        };
    }

    private static boolean isNumber(Value value, double number) {
        return switch (value) {
            case Value.Real(double other) -> other == number;
            case Value.Int(long other) -> (double) other == number;
            case Value.Text _, Value.Flag _ -> false;
        };
    }
}
