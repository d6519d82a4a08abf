package dev.sextant.model.space;

import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.util.Optional;

/// The whole numbers `low`, `low + step`, … up to `high`; the upper end is missed where no step meets it.
///
/// On a log scale the value `k` owns the cell from `ln(k − ½)` to `ln(k + ½)`, so that each doubling gets its equal
/// share; a step is then 1.
public record IntRange(long low, long high, Scale scale, long step) implements Discrete {
    public IntRange {
        if (low > high) {
            throw new IllegalArgumentException("The lower end (%d) must not exceed the upper end (%d).".formatted(low, high));
        }
        if (low < -Numbers.MAX_WHOLE || high > Numbers.MAX_WHOLE) {
            throw new IllegalArgumentException("Whole numbers must lie within ±2^53, not %d..%d.".formatted(low, high));
        }
        if (step < 1) {
            throw new IllegalArgumentException("A step must be at least 1, not %d.".formatted(step));
        }
        if (scale == Scale.LOG && low < 1) {
            throw new IllegalArgumentException("A log scale needs a lower end of at least 1, not %d.".formatted(low));
        }
        if (scale == Scale.LOG && step != 1) {
            throw new IllegalArgumentException("A range has a log scale or a step, not both.");
        }
    }

    /// Every whole number from `low` to `high`.
    public static IntRange of(long low, long high) {
        return new IntRange(low, high, Scale.LINEAR, 1);
    }

    /// The largest value: `high`, or the last step below it.
    public long last() {
        return low + (count() - 1) * step;
    }

    @Override
    public long count() {
        return (high - low) / step + 1;
    }

    @Override
    public Value get(long index) {
        return new Value.Int(low + index * step);
    }

    @Override
    public long index(Value value) {
        return (Discrete.whole(value).orElseThrow() - low) / step;
    }

    @Override
    public Value at(double unit) {
        if (scale == Scale.LINEAR) {
            return Discrete.super.at(unit);
        }
        double raw = Math.exp(Math.log(low - 0.5) + unit * (Math.log(high + 0.5) - Math.log(low - 0.5)));
        return new Value.Int(Math.clamp(Math.round(raw), low, high));
    }

    @Override
    public double unit(Value value) {
        if (scale == Scale.LINEAR) {
            return Discrete.super.unit(value);
        }
        return (Math.log(Discrete.number(value)) - Math.log(low - 0.5)) / (Math.log(high + 0.5) - Math.log(low - 0.5));
    }

    @Override
    public Value middle() {
        if (scale == Scale.LINEAR) {
            return Discrete.super.middle();
        }
        return new Value.Int(Math.clamp((long) Math.floor(Math.sqrt((double) low * high)), low, high));
    }

    @Override
    public Optional<Value> accept(Value given) {
        return Discrete.whole(given).filter(n -> n >= low && n <= high && (n - low) % step == 0).map(Value.Int::new);
    }

    @Override
    public String allowed() {
        var kind = scale == Scale.LOG ? " (log)" : step == 1 ? "" : " in steps of " + step;
        return "whole numbers %d..%d%s".formatted(low, last(), kind);
    }
}
