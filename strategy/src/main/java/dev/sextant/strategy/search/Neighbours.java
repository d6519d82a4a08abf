package dev.sextant.strategy.search;

import dev.sextant.model.space.Discrete;
import dev.sextant.model.value.Value;
import java.util.random.RandomGenerator;

/// Other values of a discrete domain, for strategies that vary configurations.
public final class Neighbours {
    private Neighbours() {}

    /// The value at a position of the unit interval; if that is the same again, the one beside it, up or down by chance.
    ///
    /// @param unit in `[0, 1]`
    /// @return the same value only if the domain has no other
    public static Value atOrBeside(Value value, Discrete domain, double unit, RandomGenerator random) {
        Value moved = domain.at(unit);
        if (!moved.equals(value) || domain.count() == 1) {
            return moved;
        }
        long index = domain.index(value);
        boolean up = index == 0 || (index < domain.count() - 1 && random.nextBoolean());
        return domain.get(up ? index + 1 : index - 1);
    }

    /// Any other value, each as likely; the same one only if the domain has no other.
    public static Value another(Value value, Discrete domain, RandomGenerator random) {
        if (domain.count() == 1) {
            return value;
        }
        long index = random.nextLong(domain.count() - 1);
        return domain.get(index < domain.index(value) ? index : index + 1);
    }
}
