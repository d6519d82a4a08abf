package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;

/// A domain whose values can be counted: value `i` of `count`, `0 ≤ i < count`, in the domain's own order.
///
/// On the unit interval each value owns a cell of equal width, unless the domain says otherwise.
public sealed interface Discrete extends Domain permits SteppedRange, IntRange, Choice, Ordinal, Bool, Constant {
    /// How many values there are, at least 1.
    long count();

    /// The value with an index.
    Value get(long index);

    /// The index of a value of this domain.
    long index(Value value);

    @Override
    default Value at(double unit) {
        return get(Math.clamp((long) Math.floor(unit * count()), 0, count() - 1));
    }

    @Override
    default double unit(Value value) {
        return (index(value) + 0.5) / count();
    }

    @Override
    default Value middle() {
        return get((count() - 1) / 2);
    }

    /// The number that a value is.
    ///
    /// @throws IllegalArgumentException if it is none
    static double number(Value value) {
        return switch (value) {
            case Value.Real(double number) -> number;
            case Value.Int(long number) -> number;
            case Value.Text _, Value.Flag _ ->
                    throw new IllegalArgumentException("'%s' is not a number.".formatted(value.text()));
        };
    }

    /// The whole number that a value is, if it is one: `2.0` is 2.
    static Optional<Long> whole(Value value) {
        return switch (value) {
            case Value.Int(long number) -> Optional.of(number);
            case Value.Real(double number) when number == Math.rint(number) && Math.abs(number) <= 1L << 53 ->
                    Optional.of((long) number);
            case Value.Real _, Value.Text _, Value.Flag _ -> Optional.empty();
        };
    }
}
