package dev.sextant.strategy.pbt;

/// What a population does next.
sealed interface Turn {
    /// A member begins, or begins again because none of its trials has succeeded.
    record Found(int member) implements Turn {}

    /// A member goes on to its next generation.
    ///
    /// @param own where it stands
    /// @param failed whether it tried to and failed
    record Train(Standing own, boolean failed) implements Turn {}

    /// All members are under way.
    record Busy() implements Turn {}

    /// All members have ended their last generation.
    record Over() implements Turn {}
}
