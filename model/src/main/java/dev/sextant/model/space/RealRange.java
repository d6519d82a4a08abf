package dev.sextant.model.space;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.util.Optional;

/// Every real number from `low` to `high`, both included.
///
/// @param low finite, less than `high`, and positive on a log scale
public record RealRange(double low, double high, Scale scale) implements Domain {
    public RealRange {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("The lower end (%s) must be less than the upper end (%s), both finite."
                    .formatted(Numbers.text(low), Numbers.text(high)));
        }
        if (scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException("A log scale needs a lower end above 0, not %s."
                    .formatted(Numbers.text(low)));
        }
    }

    @Override
    public Value at(double unit) {
        if (unit <= 0 || unit >= 1) {
            return new Value.Real(unit <= 0 ? low : high);
        }
        double raw = scale == Scale.LOG
                ? Math.exp(Math.log(low) + unit * (Math.log(high) - Math.log(low)))
                : low * (1 - unit) + high * unit;
        return new Value.Real(Math.clamp(raw, low, high));
    }

    @Override
    public double unit(Value value) {
        double number = Discrete.number(value);
        double unit = scale == Scale.LOG
                ? (Math.log(number) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (number / 2 - low / 2) / (high / 2 - low / 2);
        return Math.clamp(unit, 0.0, 1.0);
    }

    @Override
    public Value middle() {
        double product = low * high;
        boolean safe = product > Double.MIN_NORMAL && product < Double.MAX_VALUE;
        double geometric = safe ? Math.sqrt(product) : Math.sqrt(low) * Math.sqrt(high);
        return new Value.Real(Math.clamp(scale == Scale.LOG ? geometric : low / 2 + high / 2, low, high));
    }

    @Override
    public Optional<Value> accept(Value given) {
        return given instanceof Value.Real || given instanceof Value.Int
                ? Optional.of(Discrete.number(given)).filter(n -> n >= low && n <= high).map(Value.Real::new)
                : Optional.empty();
    }

    @Override
    public String allowed() {
        return "%s..%s%s".formatted(Numbers.text(low), Numbers.text(high), scale == Scale.LOG ? " (log)" : "");
    }
}
