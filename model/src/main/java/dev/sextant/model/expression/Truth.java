package dev.sextant.model.expression;

/// A truth value of Kleene's strong three-valued logic: what is said of a name without a value is unknown.
///
/// Source: S. C. Kleene, Introduction to Metamathematics, 1952, §64.
public enum Truth {
    TRUE,
    FALSE,
    /// It depends on a name that has no value.
    UNKNOWN;

    static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
