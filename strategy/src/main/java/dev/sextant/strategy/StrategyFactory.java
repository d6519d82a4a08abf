package dev.sextant.strategy;

/// Makes a strategy of one name.
public interface StrategyFactory {
    /// The word a user writes, lower case: `random`, `tpe`, `nsga2`.
    String name();

    /// One line for `sextant strategies`: what it is good for, and its settings.
    String summary();

    /// A new strategy that knows nothing but its problem.
    ///
    /// @throws IllegalArgumentException if the settings name an unknown key or a value that is not allowed, or if the
    ///         strategy cannot work on such a problem
    Strategy create(Problem problem);

    /// Whether its strategies weigh limits themselves. To all others a result that breaks a limit is told with losses that are worse
    /// than those of every result that does not, see [FeasibleFirst].
    default boolean weighsLimits() {
        return false;
    }

    /// Whether the engine runs the defaults as the first trial. Not so where the user listed all configurations.
    default boolean startsWithDefaults() {
        return true;
    }
}
