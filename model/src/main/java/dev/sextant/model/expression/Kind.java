package dev.sextant.model.expression;

/// What the values of a name are, as far as expressions care.
public enum Kind {
    /// Integers and reals, and choices among numbers only.
    NUMBER,
    /// Choices among words; with no listed values, any text.
    TEXT,
    /// `true` or `false`.
    FLAG,
    /// Choices of several kinds, such as `1,2,auto`: they can be compared, but not calculated with.
    MIXED
}
