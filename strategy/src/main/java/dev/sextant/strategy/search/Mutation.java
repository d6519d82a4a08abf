package dev.sextant.strategy.search;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import java.util.random.RandomGenerator;

/// Changes one gene of an evolutionary search.
///
/// A number moves along its domain's scale by a step whose size is log-uniform between 1/1000 and 1/2 of the way, and is
/// reflected at the ends; a discrete one moves at least to a neighbour. A choice becomes another one.
public final class Mutation {
    private static final double SMALLEST_STEP = 1e-3;
    private static final double LARGEST_STEP = 0.5;

    private Mutation() {}

    /// A value of the domain that differs from the given one, if the domain has another.
    public static Value of(Value value, Domain domain, RandomGenerator random) {
        return switch (domain) {
            case RealRange range -> range.at(step(range.unit(value), random));
            case SteppedRange range -> neighbourOrFarther(value, range, random);
            case IntRange range -> neighbourOrFarther(value, range, random);
            case Ordinal listed -> neighbourOrFarther(value, listed, random);
            case Choice listed -> Neighbours.another(value, listed, random);
            case Bool listed -> Neighbours.another(value, listed, random);
            case Constant _ -> value;
        };
    }

    private static double step(double unit, RandomGenerator random) {
        double size = SMALLEST_STEP * Math.pow(LARGEST_STEP / SMALLEST_STEP, random.nextDouble());
        double moved = Math.abs(random.nextBoolean() ? unit + size : unit - size);
        return moved > 1 ? 2 - moved : moved;
    }

    private static Value neighbourOrFarther(Value value, Discrete domain, RandomGenerator random) {
        return Neighbours.atOrBeside(value, domain, step(domain.unit(value), random), random);
    }
}
