package dev.sextant.strategy;

import dev.sextant.model.space.Configuration;
import java.util.random.RandomGenerator;

/// What a strategy may use to answer one question.
public interface Request {
    /// The number that the trial will get if the answer is a new configuration.
    int trial();

    /// The random stream of this trial: the same for the same seed, trial number and draw, and independent of all
    /// others.
    RandomGenerator random();

    /// Whether the budget has room for a new trial. If not, whatever a strategy would start is passed over, and only a
    /// paused trial may go on.
    default boolean mayStart() {
        return true;
    }

    /// Whether a proposal of this configuration would be turned down as a duplicate. O(1).
    boolean tried(Configuration configuration);
}
