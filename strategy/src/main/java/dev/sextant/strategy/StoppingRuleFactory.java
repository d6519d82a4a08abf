package dev.sextant.strategy;

/// Makes a stopping rule of one name.
public interface StoppingRuleFactory {
    /// The word a user writes, lower case: `median`.
    String name();

    /// One line for `sextant strategies`: what it is good for, and its settings.
    String summary();

    /// A new rule that knows nothing but its problem.
    ///
    /// @param problem with the rule's own settings
    /// @throws IllegalArgumentException if the settings name an unknown key or a value that is not allowed
    StoppingRule create(Problem problem);
}
