package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import java.util.random.RandomGenerator;

/// How one hyperparameter changes: times 0.8 or 1.2, a choice to a neighbour in its list, or drawn anew.
///
/// Source: M. Jaderberg et al., Population Based Training of Neural Networks, arXiv 1711.09846 (2017), "perturb" and
/// "resample"; neighbours as in Ray Tune.
/// Differs: on a linear scale a step is a fifth of the value or of a tenth of the range, whichever is more, for a factor
/// never leads away from 0; whole numbers move by 1 at least.
///
/// @param resample the chance of a change to be a uniform draw
record Perturbation(double resample) {
    private static final double FIFTH = 0.2;
    private static final double TENTH = 0.1;

    /// A value of the domain, which may be the same one at the end of a list or range.
    Value of(Value value, Domain domain, RandomGenerator random) {
        if (random.nextDouble() < resample) {
            return domain.at(random.nextDouble());
        }
        int direction = random.nextBoolean() ? 1 : -1;
        return switch (domain) {
            case RealRange range -> new Value.Real(Math.clamp(Discrete.number(value)
                    + direction * far(value, range.scale() == Scale.LOG ? 0 : range.high() - range.low()), range.low(), range.high()));
            case IntRange range -> moved(value, range, direction * far(value, (double) (range.high() - range.low())) / range.step());
            case SteppedRange range -> moved(value, range, direction * far(value, range.high() - range.low()) / range.step());
            case Ordinal listed -> moved(value, listed, direction);
            case Choice listed -> moved(value, listed, direction);
            case Bool flag -> flag.get(1 - flag.index(value));
            case Constant _ -> value;
        };
    }

    private static double far(Value value, double width) {
        return FIFTH * Math.max(Math.abs(Discrete.number(value)), TENTH * width);
    }

    private static Value moved(Value value, Discrete domain, double steps) {
        long whole = Math.round(Math.abs(steps));
        return domain.get(Math.clamp(domain.index(value) + (long) Math.signum(steps) * Math.max(1, whole), 0, domain.count() - 1));
    }
}
