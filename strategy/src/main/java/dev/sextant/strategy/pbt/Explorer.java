package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import java.util.random.RandomGenerator;

/// Finds hyperparameters to go on with for a member that has taken over another one's weights.
interface Explorer {
    Configuration explore(Standing taken, RandomGenerator random);
}
