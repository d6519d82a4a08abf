package dev.sextant.strategy.neldermead;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The losses of configurations, whoever proposed them: `+∞` for what failed or what the constraints forbid. Not thread-safe.
final class Known {
    private final SearchSpace space;
    private final Map<Configuration, Double> losses = new HashMap<>();

    Known(SearchSpace space) {
        this.space = space;
    }

    void put(Configuration configuration, double loss) {
        losses.put(configuration, loss);
    }

    void remove(Configuration configuration) {
        losses.remove(configuration);
    }

    /// The loss, if it is known.
    OptionalDouble loss(Configuration configuration) {
        Double loss = losses.get(configuration);
        if (loss != null) {
            return OptionalDouble.of(loss);
        }
        return space.allows(configuration) ? OptionalDouble.empty() : OptionalDouble.of(Double.POSITIVE_INFINITY);
    }
}
