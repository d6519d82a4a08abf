package dev.sextant.strategy.search;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import java.util.random.RandomGenerator;

/// Independent draws, even in the scale of each domain.
public final class Uniform {
    private Uniform() {}

    /// One configuration, whether or not constraints allow it. One draw an active parameter, parents first.
    public static Configuration draw(SearchSpace space, RandomGenerator random) {
        return space.configuration(parameter -> parameter.domain().at(random.nextDouble()));
    }
}
