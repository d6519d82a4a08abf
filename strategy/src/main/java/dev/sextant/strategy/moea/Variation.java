package dev.sextant.strategy.moea;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.search.Neighbours;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How children come to be, in spaces of every kind. Immutable.
///
/// Numbers and ordered values cross and mutate along the scale of their domain ([RealVariation]); a choice comes from either parent
/// and mutates into any other. A parameter that only one parent has comes from that one, and one that neither has is drawn
/// uniformly. Of a child one parameter mutates on average; a mutated discrete value moves at least to a neighbour.
///
/// @param crossoverRate the chance that a child has two parents
record Variation(SearchSpace space, double crossoverRate) {
    /// A child.
    ///
    /// @param pressure how often a child of this birth was turned down already; each time more of it mutates
    Configuration child(List<Member> parents, int pressure, RandomGenerator random) {
        Configuration first = parents.get(0).configuration();
        Configuration second = random.nextDouble() < crossoverRate ? parents.get(1).configuration() : first;
        double rate = Math.min(1, (pressure + 1.0) / genes(first, second));
        return space.configuration(parameter -> {
            Value inherited = inherit(parameter, first, second, random);
            return random.nextDouble() < rate ? mutate(inherited, parameter.domain(), random) : inherited;
        });
    }

    /// How many parameters the richer parent has. At least 2: a choice that stands alone is to be inherited sometimes.
    private static int genes(Configuration first, Configuration second) {
        return Math.max(2, Math.max(first.values().size(), second.values().size()));
    }

    private static Value inherit(Parameter parameter, Configuration first, Configuration second, RandomGenerator random) {
        Optional<Value> one = first.value(parameter.name());
        Optional<Value> other = second.value(parameter.name());
        if (one.isPresent() && other.isPresent()) {
            return cross(parameter.domain(), one.get(), other.get(), random);
        }
        return one.or(() -> other).orElseGet(() -> parameter.domain().at(random.nextDouble()));
    }

    private static Value cross(Domain domain, Value one, Value other, RandomGenerator random) {
        if (one.equals(other)) {
            return one;
        }
        return switch (domain) {
            case RealRange _, SteppedRange _, IntRange _, Ordinal _ -> random.nextBoolean()
                    ? domain.at(RealVariation.cross(domain.unit(one), domain.unit(other), random))
                    : one;
            case Choice _, Bool _ -> random.nextBoolean() ? one : other;
            case Constant _ -> one;
        };
    }

    private static Value mutate(Value value, Domain domain, RandomGenerator random) {
        return switch (domain) {
            case RealRange range -> range.at(RealVariation.mutate(range.unit(value), random));
            case SteppedRange listed -> neighbourOrFarther(value, listed, random);
            case IntRange listed -> neighbourOrFarther(value, listed, random);
            case Ordinal listed -> neighbourOrFarther(value, listed, random);
            case Choice listed -> Neighbours.another(value, listed, random);
            case Bool listed -> Neighbours.another(value, listed, random);
            case Constant _ -> value;
        };
    }

    private static Value neighbourOrFarther(Value value, Discrete domain, RandomGenerator random) {
        return Neighbours.atOrBeside(value, domain, RealVariation.mutate(domain.unit(value), random), random);
    }
}
