package dev.sextant.server.view;

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

/// Where on its axis the value of a parameter stands.
public final class AxisPlace {
    private AxisPlace() {}

    /// The number that a value of the domain is, or its index among the values of a choice.
    public static double of(Domain domain, Value value) {
        return switch (domain) {
            case RealRange _, SteppedRange _, IntRange _ -> Discrete.number(value);
            case Choice _, Ordinal _, Bool _, Constant _ -> (double) ((Discrete) domain).index(value);
        };
    }
}
