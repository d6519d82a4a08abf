package dev.sextant.model.expression;

import java.util.BitSet;
import java.util.List;

/// A part of an expression whose names are bound and whose type is known, ready to run.
sealed interface Term {
    /// A number. It may be asked for only if all of its slots have values.
    record Quantity(Calculation calculation, BitSet slots) implements Term {
        static Quantity constant(double value) {
            return new Quantity(_ -> value, new BitSet());
        }

        boolean isConstant() {
            return slots.isEmpty();
        }
    }

    record Condition(Judgement judgement) implements Term {}

    /// A parameter that is text or one of several kinds.
    record Choice(int slot, Domain domain) implements Term {}

    @FunctionalInterface
    interface Calculation {
        double at(Row row);
    }

    @FunctionalInterface
    interface Judgement {
        Truth at(Row row);
    }

    /// The slots that any of the numbers needs.
    static BitSet slots(List<Quantity> numbers) {
        var union = new BitSet();
        numbers.forEach(number -> union.or(number.slots()));
        return union;
    }

    /// What it is, for error messages.
    default String description() {
        return switch (this) {
            case Quantity _ -> "a number";
            case Condition _ -> "true or false";
            case Choice choice when choice.domain().isOpen() -> "text";
            case Choice choice -> "one of " + Complaints.listed(choice.domain());
        };
    }
}
