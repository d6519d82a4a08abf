package dev.sextant.model.space;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The real numbers `low`, `low + step`, `low + 2·step`, … up to `high`, counted in decimal arithmetic, so that
/// `0.0..1.0:step=0.1` holds `0.3` and not `0.30000000000000004`. The upper end is missed where no step meets it.
///
/// @param count the number of steps plus one, derived by [#of]
public record SteppedRange(double low, double high, double step, long count) implements Discrete {
    private static final long MAX_COUNT = 1L << 53;

    public SteppedRange {
        if (count != count(low, high, step)) {
            throw new IllegalArgumentException("%s..%s by %s has not %d values.".formatted(low, high, step, count));
        }
    }

    /// The range with its count.
    ///
    /// @param step positive
    public static SteppedRange of(double low, double high, double step) {
        return new SteppedRange(low, high, step, count(low, high, step));
    }

    private static long count(double low, double high, double step) {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("The lower end (%s) must not exceed the upper end (%s), both finite."
                    .formatted(Numbers.text(low), Numbers.text(high)));
        }
        if (!(step > 0) || !Double.isFinite(step)) {
            throw new IllegalArgumentException("A step must be above 0, not %s.".formatted(Numbers.text(step)));
        }
        var steps = decimal(high).subtract(decimal(low)).divide(decimal(step), 0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(MAX_COUNT)) >= 0) {
            throw new IllegalArgumentException("A step of %s from %s to %s makes more than 2^53 values; leave the step out."
                    .formatted(Numbers.text(step), Numbers.text(low), Numbers.text(high)));
        }
        return steps.longValueExact() + 1;
    }

    private static BigDecimal decimal(double number) {
        return new BigDecimal(Double.toString(number));
    }

    /// The largest value: `high`, or the last step below it.
    public double last() {
        return number(count - 1);
    }

    private double number(long index) {
        return decimal(low).add(decimal(step).multiply(BigDecimal.valueOf(index))).doubleValue();
    }

    @Override
    public Value get(long index) {
        return new Value.Real(number(index));
    }

    @Override
    public long index(Value value) {
        return Math.clamp(Math.round((Discrete.number(value) - low) / step), 0, count - 1);
    }

    @Override
    public Optional<Value> accept(Value given) {
        if (given instanceof Value.Text || given instanceof Value.Flag) {
            return Optional.empty();
        }
        double number = Discrete.number(given);
        return Optional.of(get(index(given))).filter(v -> Discrete.number(v) == number);
    }

    @Override
    public String allowed() {
        return "%s..%s in steps of %s".formatted(Numbers.text(low), Numbers.text(last()), Numbers.text(step));
    }
}
