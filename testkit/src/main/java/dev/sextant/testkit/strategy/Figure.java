package dev.sextant.testkit.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;

/// An objective for any space: the mean over the active parameters of the squared distance from 0.3 on the unit interval.
public final class Figure {
    private Figure() {}

    /// The loss of a configuration, 0 to 1.
    public static double of(SearchSpace space, Configuration configuration) {
        double sum = 0;
        int active = 0;
        for (Parameter parameter : space.parameters()) {
            Domain domain = parameter.domain();
            sum += configuration.value(parameter.name()).map(value -> square(domain.unit(value) - 0.3)).orElse(0.0);
            active += configuration.value(parameter.name()).isPresent() ? 1 : 0;
        }
        return sum / active;
    }

    private static double square(double x) {
        return x * x;
    }
}
