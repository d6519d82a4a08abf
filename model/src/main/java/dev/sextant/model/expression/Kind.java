package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.List;

/// What the values of a name are, as far as expressions care.
public enum Kind {
    /// Integers and reals, and choices among numbers only.
    NUMBER,
    /// Choices among words; with no listed values, any text.
    TEXT,
    /// `true` or `false`.
    FLAG,
    /// Choices of several kinds, such as `1,2,auto`: they can be compared, but not calculated with.
    MIXED;

    /// What a value is.
    public static Kind of(Value value) {
        return switch (value) {
            case Value.Real _, Value.Int _ -> NUMBER;
            case Value.Text _ -> TEXT;
            case Value.Flag _ -> FLAG;
        };
    }

    /// What a choice among some values is, of which there is at least one.
    public static Kind common(List<Value> values) {
        var kinds = values.stream().map(Kind::of).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : MIXED;
    }
}
