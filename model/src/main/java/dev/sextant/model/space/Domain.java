package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;

/// The values that one parameter may take. Closed on purpose: whoever treats the kinds differently switches over
/// them, and the compiler says who forgot a new one.
///
/// Every domain is also an interval: [#at(double)] maps `[0, 1]` onto the values, evenly in the domain's scale, and
/// [#unit(Value)] maps back.
public sealed interface Domain permits RealRange, Discrete {
    /// The value at `unit` of the way.
    ///
    /// @param unit in `[0, 1]`
    Value at(double unit);

    /// Where in `[0, 1]` a value of this domain lies; the centre of its cell for a discrete one.
    double unit(Value value);

    /// What stands in where no default was given: the middle, geometric on a log scale, the lower of two among
    /// whole numbers, steps and ordered values, the first of a choice.
    Value middle();

    /// The value of this domain that `given` means, as `1` means `1.0` among reals; empty if it means none.
    Optional<Value> accept(Value given);

    /// What is allowed, for people: `1e-05..0.1 (log)`.
    String allowed();
}
