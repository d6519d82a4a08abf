package dev.sextant.strategy.genetic;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.search.Mutation;
import java.util.List;
import java.util.random.RandomGenerator;

/// How children come to be. Immutable.
///
/// @param mutationRate see [Rules]
/// @param crossoverRate see [Rules]
record Breeding(SearchSpace space, double mutationRate, double crossoverRate) {
    /// The chance of a child to have all of its genes changed.
    private static final double WHOLE_RATE = 0.1;

    /// A child that takes each gene from one of two parents, some of them changed. A gene that neither parent has is
    /// drawn uniformly.
    ///
    /// @param pressure how often a child of this birth was turned down already; each time more genes change
    Configuration child(List<Member> parents, int pressure, RandomGenerator random) {
        double rate = random.nextDouble() < WHOLE_RATE ? 1 : rate(parents, pressure);
        return space.configuration(parameter -> {
            Value inherited = inherit(parameter, parents, random);
            return random.nextDouble() < rate ? Mutation.of(inherited, parameter.domain(), random) : inherited;
        });
    }

    private double rate(List<Member> parents, int pressure) {
        if (pressure == 0) {
            return mutationRate;
        }
        double oneGene = 1.0 / parents.getFirst().configuration().values().size();
        return Math.min(1, Math.max(mutationRate, oneGene) * pressure);
    }

    private Value inherit(Parameter parameter, List<Member> parents, RandomGenerator random) {
        boolean second = random.nextDouble() < crossoverRate;
        Configuration favoured = parents.get(second ? 1 : 0).configuration();
        Configuration other = parents.get(second ? 0 : 1).configuration();
        return favoured.value(parameter.name()).or(() -> other.value(parameter.name()))
                .orElseGet(() -> parameter.domain().at(random.nextDouble()));
    }

    /// The defaults with every gene changed.
    Configuration mutantOfDefaults(RandomGenerator random) {
        return space.configuration(parameter -> Mutation.of(parameter.start(), parameter.domain(), random));
    }
}
